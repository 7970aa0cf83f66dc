/// The page's script, without which everything is shown.
///
/// It shows what belongs to the scenario and the pathway chosen, and opens what is closed for print, but
/// for the numbers behind pictures and the list of inputs.
enum PageScript {
  static let text = """
    (function () {
      var form = document.querySelector('form.switches');
      if (form) {
        form.hidden = false;
        var menus = Array.prototype.slice.call(form.querySelectorAll('select'));
        var show = function () {
          menus.forEach(function (menu) {
            var name = menu.dataset.switch;
            document.querySelectorAll('[data-' + name + ']').forEach(function (part) {
              part.classList.toggle('not-' + name, part.getAttribute('data-' + name) !== menu.value);
            });
            if (name === 'scenario') document.querySelectorAll('table').forEach(function (table) {
              var cells = Array.prototype.slice.call(table.querySelectorAll('[data-column]'));
              var own = function (cell) { return cell.dataset.column === menu.value; };
              var isThere = cells.some(own);
              cells.forEach(function (cell) { cell.classList.toggle('other', isThere && !own(cell)); });
            });
          });
        };
        menus.forEach(function (menu) { menu.addEventListener('change', show); });
        form.addEventListener('submit', function (event) { event.preventDefault(); });
        show();
      }
      var closed = [];
      window.addEventListener('beforeprint', function () {
        closed = Array.prototype.slice.call(document.querySelectorAll('details:not([open]):not(figure *):not(.long)'));
        closed.forEach(function (part) { part.open = true; });
      });
      window.addEventListener('afterprint', function () {
        closed.forEach(function (part) { part.open = false; });
      });
    })();
    """
}
