/** The words of `look()`. The toolkit draws by them, so they are defined there. */
export * from '../../sdk/ui/look.ts';
