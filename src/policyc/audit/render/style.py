"""The style sheet of an audit as HTML."""

STYLE = """\
:root { color-scheme: light dark; --ink: #1c1c1f; --soft: #56585f; --paper: #fff; --rule: #d4d6dc; --mark: #fff1b8;
  --bad: #b3261e; --fair: #8a5a00; --good: #1b6e3c; --link: #0b57c2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e5e5e8; --soft: #a6a9b1; --paper: #141518; --rule: #3b3e45;
  --mark: #4b4013; --bad: #ff8a80; --fair: #f0c060; --good: #7bd69b; --link: #8fb8f7; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); line-height: 1.7; overflow-wrap: anywhere;
  font-family: "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "BIZ UDPGothic", Meiryo, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem 5rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.2rem; margin-block: 2.5rem 1rem; padding-block-end: .3rem; border-block-end: 1px solid var(--rule); }
h3, h4, h5, h6 { font-size: 1rem; margin: 0; }
section { padding: .6rem .8rem; border-inline-start: .25rem solid var(--rule); margin-block-end: .5rem; }
section.error { border-color: var(--bad); }
section.warning, section.note { border-color: var(--fair); }
section.accepted { border-inline-start-style: double; }
section.satisfied { border-color: var(--good); }
section.coming h3 { font-weight: normal; color: var(--soft); }
.error .answer, .wanting .error b { color: var(--bad); }
.warning .answer, .note .answer, .wanting .warning b, .wanting .note b { color: var(--fair); }
.satisfied .answer { color: var(--good); }
.answer b, .wanting b { white-space: nowrap; }
.answer { font-weight: normal; margin-inline-start: .5em; }
.mark { display: inline-block; min-width: 1.2em; }
.id, small, .hint { color: var(--soft); font-size: .8125rem; margin: 0; }
ul { margin: .3rem 0 0; padding-inline-start: 1.4rem; }
nav ul, .wanting { list-style: none; padding: 0; }
nav li { display: inline-block; margin-inline-end: 1.2em; }
.remark, .more { list-style: none; margin-inline-start: -1.2rem; }
.rules > details { margin-block: 1rem; color: var(--soft); }
summary { cursor: pointer; }
.text p { margin-block: 0 .6rem; }
.text h3, .text h4, .text h5, .text h6 { margin-block: 1.4rem .5rem; }
a { color: var(--link); text-underline-offset: .2em; }
:target { background: var(--mark); }
.caution { margin-block-start: 3rem; color: var(--soft); }
@media screen and (min-width: 75rem) {
  main { max-width: 100rem; }
  .beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2.5rem; align-items: start; }
  .rules, .text { position: sticky; top: 0; max-height: 100vh; overflow: auto; padding-inline: .2rem 1rem; }
}
"""
