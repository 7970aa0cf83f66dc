/// The page's script, without which everything is shown.
///
/// It shows what belongs to the scenario and the pathway chosen, and opens the tables of money for
/// print.
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
            document.querySelectorAll('[data-column]').forEach(function (cell) {
              if (name === 'scenario') cell.classList.toggle('other', cell.dataset.column !== menu.value);
            });
          });
        };
        menus.forEach(function (menu) { menu.addEventListener('change', show); });
        form.addEventListener('submit', function (event) { event.preventDefault(); });
        show();
      }
      var closed = [];
      window.addEventListener('beforeprint', function () {
        closed = Array.prototype.slice.call(document.querySelectorAll('#money details:not([open])'));
        closed.forEach(function (part) { part.open = true; });
      });
      window.addEventListener('afterprint', function () {
        closed.forEach(function (part) { part.open = false; });
      });
    })();
    """
}
