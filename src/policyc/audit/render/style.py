"""The style sheet of an audit as HTML."""

STYLE = """\
:root { color-scheme: light dark; --ink: #1c1c1f; --soft: #56585f; --paper: #fff; --rule: #d4d6dc; --mark: #fff1b8;
  --bad: #b3261e; --good: #1b6e3c; --link: #0b57c2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e5e5e8; --soft: #a6a9b1; --paper: #141518; --rule: #3b3e45;
  --mark: #4b4013; --bad: #ff8a80; --good: #7bd69b; --link: #8fb8f7; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); line-height: 1.7; overflow-wrap: anywhere;
  font-family: "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "BIZ UDPGothic", Meiryo, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem 5rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.2rem; margin-block: 2.5rem 1rem; padding-block-end: .3rem; border-block-end: 1px solid var(--rule); }
h3 { font-size: 1rem; margin: 0; }
section { padding: .6rem .8rem; border-inline-start: .25rem solid var(--rule); margin-block-end: .5rem; }
section.missing, section.contrary { border-color: var(--bad); }
section.satisfied { border-color: var(--good); }
section.not-triggered h3, section.coming h3 { font-weight: normal; color: var(--soft); }
.missing .answer, .contrary .answer { color: var(--bad); }
.satisfied .answer { color: var(--good); }
.answer { font-weight: normal; margin-inline-start: .5em; }
.mark { display: inline-block; min-width: 1.2em; }
.id, .of, small { color: var(--soft); font-size: .8125rem; margin: 0; }
ul { margin: .3rem 0 0; padding-inline-start: 1.4rem; }
.remark { list-style: none; margin-inline-start: -1.2rem; }
.text li { margin-block-end: .6rem; }
a { color: var(--link); text-underline-offset: .2em; }
:target { background: var(--mark); }
.caution { margin-block-start: 3rem; color: var(--soft); }
"""
