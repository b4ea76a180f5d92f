"""The style sheet of the page, and its digest for the content security policy."""

# `text-autospace` is off: a gap between 合同会社 and Latin letters looks like a space in the name.
STYLE = """\
:root {
  color-scheme: light dark;
  --ink: #1c1c1f; --soft: #56585f; --paper: #fff; --rule: #d4d6dc;
  --link: #0b57c2; --seen: #6a2f9c; --mark: #fff1b8; --tint: #f3f4f7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e5e5e8; --soft: #a6a9b1; --paper: #141518; --rule: #3b3e45;
    --link: #8fb8f7; --seen: #cfaef6; --mark: #4b4013; --tint: #202227;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; color: var(--ink); background: var(--paper);
  font-family: "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Noto Sans JP", "Noto Sans CJK JP", "BIZ UDPGothic",
    Meiryo, sans-serif;
  line-height: 1.85; line-break: strict; overflow-wrap: anywhere;
  text-spacing-trim: trim-start; text-autospace: no-autospace;
}
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 5rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.5; word-break: auto-phrase; text-wrap: balance; margin: 0; }
h1 { font-size: 1.6rem; margin-block-end: 1.75rem; }
h2 { font-size: 1.25rem; margin-block: 3rem 1.25rem; padding-block-end: .4rem; border-block-end: 1px solid var(--rule); }
h3 { font-size: 1.0625rem; margin-block: 2.25rem .75rem; }
h4, h5, h6 { font-size: 1rem; margin-block: 1.75rem .5rem; }
p { margin-block: 0 1rem; }
ol, ul { list-style: none; margin-block: 0 1rem; padding: 0; }
li { margin-block-end: .3rem; padding-inline-start: var(--hang); text-indent: calc(-1 * var(--hang)); }
p + .tight { margin-block-start: -.6rem; }
li > ol, li > ul { margin-block: .3rem .5rem; }
ul.drawn { list-style: disc; padding-inline-start: 1.4em; --hang: 0em; }
ul.drawn ul.drawn { list-style: circle; }
table { border-collapse: collapse; margin-block: 0 1.25rem; width: 100%; }
th, td { border: 1px solid var(--rule); padding: .45rem .7rem; text-align: start; vertical-align: top; min-width: 6em; }
thead th { background: var(--tint); }
td > :last-child, th > :last-child { margin-block-end: 0; }
.marker { display: inline-block; min-width: var(--hang); text-indent: 0; }
.hang1 { --hang: 1.25em; } .hang2 { --hang: 2.25em; } .hang3 { --hang: 2.4em; }
.hang4 { --hang: 3em; } .hang5 { --hang: 4.5em; }
a { color: var(--link); text-underline-offset: .2em; }
a:visited { color: var(--seen); }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
:target, :has(> :target:empty) { background: var(--mark); }
main:target, section:target { background: none; }
section:target > :is(h2, h3, h4, h5, h6) { background: var(--mark); }
section, p, li, span { scroll-margin-block-start: 1rem; }
.skip { position: absolute; inset-inline-start: -100vw; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { inset: 0 auto auto 0; }
nav { margin-block-end: 2rem; padding: 1rem 1.25rem; border: 1px solid var(--rule); border-radius: .5rem;
  font-size: .9375rem; line-height: 1.6; word-break: auto-phrase; }
nav p { margin: 0 0 .5rem; color: var(--soft); font-weight: bold; }
nav ol { margin: 0; }
nav li { padding: 0; text-indent: 0; margin: 0; }
nav li li { padding-inline-start: 1em; }
nav a { display: block; padding: .25rem 0 .25rem 1.25em; text-indent: -1.25em; color: inherit; text-decoration: none; }
nav a:visited { color: inherit; }
nav a:hover { text-decoration: underline; }
@media (min-width: 72rem) {
  .with-contents { display: grid; max-width: 66rem; grid-template-columns: 16rem minmax(0, 1fr); column-gap: 4rem; }
  .with-contents > h1 { grid-column: 2; }
  .with-contents > nav { grid-area: 2 / 1; align-self: start; position: sticky; top: 2rem;
    max-height: calc(100vh - 4rem); overflow-y: auto; padding: 0; border: 0; font-size: .875rem; }
  .with-contents > div { grid-area: 2 / 2; }
}
div > section:first-child > h2 { margin-block-start: 0; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --rule: #888; --link: #000; --seen: #000; }
  @page { size: A4; margin: 20mm 18mm; }
  body { font-size: 10.5pt; line-height: 1.7; orphans: 2; widows: 2; }
  main { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  a[href^="http"]:not(.bare)::after { content: "［" attr(href) "］"; font-size: .85em; }
}
"""
DIGEST = "sha256-r+TBkhYOlzHa91NYsz7WrUdbAwKyS0N8+grl0YfeLxE="
