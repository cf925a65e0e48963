/** Nodes as `describe` takes them. The toolkit writes them, so their form is defined there. */
export * from '../../sdk/ui/nodes.ts';
