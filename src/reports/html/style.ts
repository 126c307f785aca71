/** Light and dark by the reader's choice; each colour of text has a contrast of 4.5 to 1 or more on its ground. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--card:#f5f6f8;--text:#1c2127;--soft:#545d69;--rule:#d5d9df;--link:#0b57a4;
--bad:#a3211b;--unsure:#7a5200;--good:#176b3a;--c0:#2470b3;--c1:#22857c;--c2:#7a5cb8;--c3:#9a6a14;--c4:#52687f;--c5:#8a8f98;
--cash:#c43a31;--cash2:#f6c9c5;--unk:#6d6d6d;--unk2:#dcdcdc;--band:#2470b333}
@media (prefers-color-scheme:dark){:root{--ground:#14181d;--card:#1e242b;--text:#e7eaee;--soft:#aab4c0;--rule:#3a434e;
--link:#7fb8f0;--bad:#ff9a91;--unsure:#f0c05a;--good:#7ed6a0;--c0:#5aa5e6;--c1:#4fbdb2;--c2:#ad92e6;--c3:#d3a44d;--c4:#8aa3bd;
--c5:#767d87;--cash:#f0776e;--cash2:#5c201c;--unk:#a5a5a5;--unk2:#3c3c3c;--band:#5aa5e640}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
header,main,footer{max-width:64rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem}
h1{font-size:1.35rem;margin:0 0 .75rem;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:2.5rem 0 .75rem}
h3{font-size:1rem;margin:0 0 .25rem}
p{margin:.25rem 0 .5rem}
a{color:var(--link)}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.25rem .5rem}
.soft{color:var(--soft)}
.small{font-size:.875rem}
.verdict{border-left:.4rem solid var(--unsure);background:var(--card);border-radius:.25rem;padding:.75rem 1rem}
.verdict.bad{border-color:var(--bad)}.verdict.good{border-color:var(--good)}
.verdict strong{font-size:1.1rem}
.bad>.status,.block .level{color:var(--bad)}.unsure>.status,.warn .level{color:var(--unsure)}.good>.status{color:var(--good)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.75rem;margin:1rem 0;padding:0}
.tile{background:var(--card);border-radius:.25rem;padding:.6rem .9rem}
.tile dt{color:var(--soft);font-size:.875rem}
.tile dd{margin:0;font-weight:600}
.finding{border:1px solid var(--rule);border-left:.3rem solid var(--rule);border-radius:.25rem;padding:.75rem 1rem;margin:0 0 .75rem}
.finding.block{border-left-color:var(--bad)}.finding.warn{border-left-color:var(--unsure)}
.finding p{overflow-wrap:anywhere}
.level{font-weight:700}
code,pre{font:.875rem/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
code{overflow-wrap:anywhere}
pre{background:var(--card);border-radius:.25rem;padding:.5rem .75rem;margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:left;color:var(--soft);padding:.25rem 0;font-size:.875rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--rule)}
th{font-weight:600}
thead th,tbody th{white-space:nowrap}
.usd{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .usd{text-align:right}
tfoot td,tfoot th{font-weight:600;border-bottom:0}
button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:.25rem;padding:.1rem .6rem;cursor:pointer}
th button{border:0;background:none;padding:0;font-weight:600}
th button::after{content:" \\2195";color:var(--soft)}
th[aria-sort=ascending] button::after{content:" \\2191"}
th[aria-sort=descending] button::after{content:" \\2193"}
input[type=search]{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:.25rem;padding:.25rem .5rem;width:min(22rem,100%)}
details{margin:.15rem 0}
summary{cursor:pointer}
.charge{margin:.4rem 0 .6rem 1rem}
.charge dl,.facts{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .9rem;margin:.15rem 0}
.charge dd,.facts dd{margin:0;overflow-wrap:anywhere}
.charge dt,.facts dt{color:var(--soft)}
figure{margin:1rem 0 0}
.chart{display:block;width:100%;min-width:42rem;height:auto}
.chart text{fill:var(--text);font-size:12px}
.chart .tick,.chart .axis{fill:var(--soft)}
.grid{stroke:var(--rule)}
.credit-0{fill:var(--c0)}.credit-1{fill:var(--c1)}.credit-2{fill:var(--c2)}.credit-3{fill:var(--c3)}.credit-4{fill:var(--c4)}.credit-5{fill:var(--c5)}
.bar{stroke:var(--ground);stroke-width:.5}
.cash{fill:url(#hatch)}.unknown{fill:url(#dots)}
.cash-ground{fill:var(--cash2)}.cash-mark{stroke:var(--cash);stroke-width:5}
.unknown-ground{fill:var(--unk2)}.unknown-mark{fill:var(--unk)}
.band{fill:var(--band)}
.line{fill:none;stroke:var(--c0);stroke-width:2}
.line.cheap{stroke-dasharray:4 3;stroke-width:1.5}
.point{fill:var(--c0)}
.expiry line{stroke:var(--soft);stroke-dasharray:3 3}
.expiry circle{fill:var(--soft)}
.chart .expiry text{fill:var(--ground);font-size:11px;font-weight:700}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;margin:.5rem 0;font-size:.875rem}
.legend li{overflow-wrap:anywhere}
.swatch{width:1rem;height:1rem;vertical-align:-.15rem;margin-right:.4rem}
footer{color:var(--soft);font-size:.875rem;padding-top:2rem;padding-bottom:2rem}
[hidden]{display:none}
@media (max-width:40rem){.charge dl,.facts{grid-template-columns:1fr}.charge dt,.facts dt{margin-top:.2rem}.charge{margin-left:0}
header,main,footer{padding-left:.9rem;padding-right:.9rem}th,td{padding:.35rem .4rem}}
@media print{:root{color-scheme:light;--ground:#fff;--card:#fff;--text:#000;--soft:#444;--rule:#bbb;--link:#000;--bad:#a3211b;--unsure:#7a5200;
--good:#176b3a;--c0:#2470b3;--c1:#22857c;--c2:#7a5cb8;--c3:#9a6a14;--c4:#52687f;--c5:#8a8f98;--cash:#c43a31;--cash2:#f6c9c5;--unk:#6d6d6d;--unk2:#dcdcdc;--band:#2470b333}
body{font-size:11pt}thead th,.usd{white-space:normal}table{font-size:9.5pt}header,main,footer{max-width:none;padding-left:0;padding-right:0}button,.skip,.filter{display:none}
.finding,tr,.tile{break-inside:avoid}h2,h3{break-after:avoid}.scroll{overflow:visible}.chart{min-width:0}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
