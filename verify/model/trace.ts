export function writeTrace(f: string, w: any, s: string, found: any) { return found; }
export function printTrace(f: any) { console.log(f.statement); for (const a of f.actions) console.log('  ' + a.title); }
