/** Looks of the page. */
export const STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fff, #15171a); --ink: light-dark(#1c1f23, #e4e6e9); --soft: light-dark(#5c636c, #9aa2ad);
	--line: light-dark(#dfe3e8, #2e333a); --good: light-dark(#1a7f4b, #3fb97a); --bad: light-dark(#c02f2f, #f06a6a); --open: light-dark(#a86400, #e5a13c);
	--blue: light-dark(#2f6fc0, #6aa5ee); --gray: light-dark(#9aa2ad, #5c636c); }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; } h2 { margin: 2.5rem 0 .5rem; font-size: 1.2rem; }
p { margin: .4rem 0; } header p, .key { color: var(--soft); } code { font-size: .9em; overflow-wrap: anywhere; }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem; }
.tile { flex: 1 1 12rem; padding: .75rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--open); border-radius: 6px; }
.tile.good { border-left-color: var(--good); } .tile b { display: block; font-size: 1.5rem; } .tile span { color: var(--soft); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-top: .5rem; font-size: .9rem; }
th, td { padding: .2rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: normal; }
thead th { color: var(--soft); } tbody th { font-weight: 600; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.matrix td { text-align: center; font-variant-numeric: tabular-nums; border: 1px solid var(--paper); }
.matrix tbody th { white-space: nowrap; }
td.proved { background: color-mix(in srgb, var(--good) calc(12% + var(--depth) * .45), var(--paper)); }
td.refuted { background: var(--bad); color: var(--paper); } td.unknown { background: var(--open); color: var(--paper); } td.none { color: var(--soft); }
.track { width: 45%; } .bar { height: 1.1em; background: color-mix(in srgb, var(--blue) 30%, var(--paper)); border-radius: 2px; }
.bar i { display: block; height: 100%; background: var(--blue); border-radius: 2px; }
.stack { display: flex; height: 1.1em; border-radius: 2px; overflow: hidden; } .stack i { height: 100%; }
.key i { display: inline-block; width: .8em; height: .8em; margin-left: .8em; }
i.gate { background: color-mix(in srgb, var(--good) 60%, var(--paper)); } i.entries { background: var(--good); } i.proof { background: var(--blue); }
i.equivalent { background: var(--gray); } i.survived { background: var(--bad); }
.stale { color: var(--open); } pre { overflow-x: auto; padding: .75rem; border: 1px solid var(--line); border-radius: 6px; font-size: .85rem; }
`;
