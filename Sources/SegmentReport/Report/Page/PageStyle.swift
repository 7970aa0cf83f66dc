/// The style sheet of the page, for screens of any width, light and dark, and for paper.
enum PageStyle {
  static let rules = """
    *{box-sizing:border-box}
    html{scroll-padding-top:5rem;-webkit-text-size-adjust:100%}
    body{margin:0;overflow-wrap:break-word;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
    header,main,.switches{max-width:78rem;margin:0 auto;padding:0 1.25rem}
    header{padding-top:.7rem;display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.4rem 1.5rem}
    header>div{flex:1 1 24rem;min-width:0}
    h1{font-size:clamp(1.15rem,1rem + .6vw,1.35rem);line-height:1.2;margin:.1rem 0;text-wrap:balance}
    h2{font-size:1.45rem;line-height:1.25;margin:3rem 0 .8rem;padding-top:1rem;border-top:3px solid var(--c0)}
    h3{font-size:1.1rem;line-height:1.35;margin:0 0 .2rem}
    p{margin:.5rem 0;max-width:75ch}
    a{color:var(--link)}
    li{max-width:75ch;margin:.25rem 0}
    .place{font-weight:700;color:var(--c0);letter-spacing:.02em;margin:0}
    .note{color:var(--soft);font-size:.9rem}
    .whole{white-space:nowrap}
    .assured{display:inline-block;border:1px solid var(--rule);border-left:6px solid var(--c2);padding:.35rem .8rem;background:var(--panel);font-size:.82rem;line-height:1.4;max-width:31rem}
    .assured.not{border-left-color:var(--c1);font-weight:600}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem;z-index:9}
    :focus-visible{outline:3px solid var(--c1);outline-offset:2px}
    .switches{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;position:sticky;top:0;z-index:5;background:var(--paper);padding-top:.45rem;padding-bottom:.45rem;border-bottom:1px solid var(--rule)}
    .switches[hidden]{display:none}
    .switches label{font-size:.9rem;font-weight:600;max-width:100%}
    select{font:inherit;font-weight:400;min-height:2.5rem;max-width:100%;padding:.2rem .5rem;color:var(--ink);background:var(--panel);border:1.5px solid var(--soft);border-radius:.3rem}
    .not-scenario,.not-pathway,.aside.other{display:none}
    .headline{font-size:clamp(1.1rem,1rem + .35vw,1.25rem);line-height:1.35;font-weight:650;max-width:none;margin:.55rem 0}
    .answer{display:grid;grid-template-columns:minmax(0,8fr) minmax(0,5fr);gap:0 2rem;align-items:start}
    .answer h3{font-size:1rem}
    .answer figure{margin-top:.3rem}
    .answer svg.wide{max-width:36rem}
    table.short{font-size:.86rem;line-height:1.35} table.short th,table.short td{padding:.2rem .5rem} table.short th[scope=row]{min-width:11rem} .answer .scroll{margin:.2rem 0 .6rem}
    table.short caption{padding-top:0}
    .panel{background:var(--panel);border-radius:.5rem;padding:1rem 1.2rem;margin:.5rem 0}
    .panel ul{margin:.2rem 0;padding-left:1.2rem;font-size:.95rem;line-height:1.45}
    .limits{padding:.6rem 1rem;margin:0} .limits ul{font-size:.88rem;line-height:1.4} .limits li{margin:.1rem 0;max-width:none}
    .limits h2{font-size:1rem} .limits .note{margin:.3rem 0 0;font-size:.85rem;max-width:none}
    .words ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:.2rem 2.2rem}
    .panel h2{border:0;margin:0 0 .4rem;padding:0;font-size:1.1rem}
    figure{margin:1.2rem 0 1.6rem;padding:0}
    svg.chart{display:block;width:100%;height:auto;max-width:52rem}
    svg.narrow{display:none}
    .scroll{overflow-x:auto;max-width:100%;margin:.6rem 0 1rem;--edge:var(--soft),transparent;background:linear-gradient(to right,var(--paper) 1rem,transparent) 0 0/2rem 100% no-repeat local,linear-gradient(to left,var(--paper) 1rem,transparent) 100% 0/2rem 100% no-repeat local,linear-gradient(to right,var(--edge)) 0 0/.4rem 100% no-repeat,linear-gradient(to left,var(--edge)) 100% 0/.4rem 100% no-repeat}
    table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums;width:100%}
    caption{text-align:left;font-weight:650;padding:.3rem 0}
    caption span{position:sticky;left:0;display:inline-block;max-width:min(75ch,calc(100vw - 2.5rem))}
    .range{display:block;color:var(--soft);font-size:.9em;white-space:nowrap}
    th,td{padding:.3rem .65rem;border-bottom:1px solid var(--rule);text-align:right;vertical-align:top}
    td.prose{text-align:left;min-width:16rem}
    th[scope=row]{text-align:left;font-weight:450;min-width:9rem}
    th.path{overflow-wrap:anywhere}
    table.words th,table.words td{text-align:left}
    table.claims{font-size:.86rem;line-height:1.4} table.claims th,table.claims td{padding:.3rem .45rem} table.claims .range{white-space:normal} table.claims th:last-child{text-align:left}
    thead th{border-bottom:2px solid var(--soft);vertical-align:bottom}
    thead th:first-child{text-align:left}
    tr.heading th{text-align:left;font-weight:700;padding-top:.9rem;border-bottom:1px solid var(--soft)}
    @media (min-width:70rem){table.one th[scope=row]{min-width:11rem}}
    details{margin:.6rem 0}
    summary{cursor:pointer;color:var(--link);padding:.35rem 0;min-height:1.75rem}
    nav ul{columns:20rem;padding-left:1.2rem}
    nav li{break-inside:avoid}
    @media (min-width:70rem){
      section figure{display:grid;grid-template-columns:19rem minmax(0,1fr);grid-template-rows:auto auto 1fr;gap:0 2.5rem;align-items:start}
      section figure>*{grid-column:1;min-width:0}
      section figure>svg.chart,section figure>.scroll{grid-column:2;grid-row:1/span 3}
      section figure>details[open]{grid-column:1/-1;grid-row:4}
    }
    @media (max-width:56rem){.answer{grid-template-columns:minmax(0,1fr)}}
    @media (max-width:36rem){
      header,main,.switches{padding-left:1rem;padding-right:1rem}
      .switches{position:static}
      svg.wide{display:none} svg.narrow{display:block}
      table{font-size:.86rem} th,td{padding:.3rem} th[scope=row]{min-width:7rem}
      .range{white-space:normal} td[data-column]{min-width:6.5rem}
      table.short th[scope=row]{min-width:0} table.short td[data-column]{min-width:8.5rem}
      .other{display:none} .scroll>svg.chart{min-width:38rem}
    }
    @media print{
      @page{size:A4;margin:14mm}
      body{font-size:9.5pt} .note{font-size:8.5pt}
      .switches,.skip,nav,figure details,figure>.source{display:none}
      h2{break-after:avoid} figure,tr,.panel{break-inside:avoid}
      .scroll{overflow:visible;background:none} table{font-size:8pt} table .range{white-space:normal} table.one .range{display:block} table.one th[scope=row]{min-width:6rem} table.one td[data-column]{min-width:0;width:auto} td.prose{min-width:0}
      th,td{padding:.15rem .35rem} .answer{grid-template-columns:minmax(0,1fr)} .answer svg.chart{max-width:26rem} .headline{font-size:12pt}
      a{color:inherit;text-decoration:none}
    }
    """
}
