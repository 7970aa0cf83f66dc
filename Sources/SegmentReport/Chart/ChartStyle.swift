import Foundation

/// The style sheet of charts.
///
/// The colours are those of Okabe and Ito, darkened on white and lightened on black until each
/// stands out from the paper by 3:1 or more; words stand out by 7:1. Series differ by dashes and
/// patterns too, never by colour alone.
enum ChartStyle {
  /// The rules, in terms of the colours below.
  static let rules = """
    .chart text{font:14px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}
    .chart text.small{font-size:13px;fill:var(--soft)}
    .chart text.title{font-size:18px;font-weight:700}
    .chart text.bold{font-weight:700}
    .chart text.tiny{font-size:12px;fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
    .chart text.over{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
    .chart .paper{fill:var(--paper)}
    .chart .grid{stroke:var(--rule);stroke-width:1}
    .chart .axis{stroke:var(--soft);stroke-width:1.5}
    .chart .box{fill:var(--panel);stroke:var(--soft);stroke-width:1}
    .chart .bar0{fill:var(--c0)} .chart .bar1{fill:var(--c1)} .chart .bar2{fill:var(--c2)}
    .chart .bar3{fill:var(--c3)} .chart .bar4{fill:var(--c4)} .chart .bar5{fill:var(--soft)}
    .chart .outline{fill:none;stroke:var(--ink);stroke-width:1.5}
    .chart .outer{fill-opacity:.16} .chart .inner{fill-opacity:.3}
    .chart .s0,.chart .s1,.chart .s2,.chart .s3,.chart .s4,.chart .s5{fill:none;stroke-width:2.5}
    .chart .s0{stroke:var(--c0)}
    .chart .s1{stroke:var(--c1);stroke-dasharray:9 4}
    .chart .s2{stroke:var(--c2);stroke-dasharray:3 3}
    .chart .s3{stroke:var(--c3);stroke-dasharray:11 3 3 3}
    .chart .s4{stroke:var(--c4);stroke-dasharray:6 6}
    .chart .s5{stroke:var(--soft);stroke-dasharray:1 4}
    .chart .main{stroke-width:3.5}
    .chart .edge0{stroke:var(--c0)} .chart .edge1{stroke:var(--c1)} .chart .edge2{stroke:var(--c2)}
    .chart .edge3{stroke:var(--c3)} .chart .edge4{stroke:var(--c4)} .chart .edge5{stroke:var(--soft)}
    .chart .dot{fill:var(--paper);stroke-width:3}
    .chart .cloud{fill-opacity:.55}
    .chart .whisker{stroke-width:3;stroke-linecap:round}
    .chart .flow{fill:none;stroke:var(--c0);stroke-opacity:.75}
    .chart .back{fill:none;stroke:var(--c1);stroke-opacity:.75}
    .chart .head0{fill:var(--c0)} .chart .head1{fill:var(--c1)}
    """

  /// Colours on white.
  static let light =
    "--paper:#fff;--panel:#f3f6f8;--ink:#14202b;--soft:#465766;--rule:#d5dde3;"
    + "--c0:#0b5ea8;--c1:#a84300;--c2:#00705a;--c3:#8a3a78;--c4:#7a5c00;--link:#0b4f8f"
  /// Colours on black.
  static let dark =
    "--paper:#10171d;--panel:#1b252e;--ink:#f1f5f8;--soft:#b4c2cd;--rule:#33414c;"
    + "--c0:#63b3f2;--c1:#ff9d5c;--c2:#3fcfa9;--c3:#e39bd2;--c4:#e3c04a;--link:#8cc8ff"

  /// The style of a file of its own, on white, with colours that word processors understand too.
  static var standalone: String {
    light.split(separator: ";").reduce(rules) { rules, colour in
      let parts = colour.split(separator: ":")
      return rules.replacingOccurrences(of: "var(\(parts[0]))", with: String(parts[1]))
    }
  }
}
