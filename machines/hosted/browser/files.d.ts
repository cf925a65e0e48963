/** Synchronous access to files of the origin's private file system, which TypeScript's own types offer to workers only. */
interface FileSystemSyncAccessHandle {
	/** Bytes that were read. */
	read(bytes: Uint8Array, options: { readonly at: number }): number;
	write(bytes: Uint8Array, options: { readonly at: number }): number;
	getSize(): number;
	flush(): void;
	close(): void;
}

interface FileSystemFileHandle {
	createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
}
