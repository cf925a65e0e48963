/** What a machine is given to boot; the builder's SystemImage is one of these. */

import type { RehostedComponent } from './rehost.ts';

export interface HostedComponent {
	readonly name: string;
	/** Linked binary; it is validated and metered here, unless `rehosted` is there. */
	readonly wasm: Uint8Array;
	/** What the component's instructions do with the regions: RIGHT_READ | RIGHT_WRITE for each memory 1..12 that it declares. */
	readonly memories: readonly { readonly memory: number; readonly name: string; readonly rights: number }[];
	/** Size of its memory 0 in WebAssembly pages. */
	readonly memoryPages: number;
	/** What `rehostImage` has made of it before: whoever puts it here answers for that. */
	readonly rehosted?: RehostedComponent;
}

/** Kinds of virtio devices. */
export type DeviceKind = 'rng' | 'block' | 'gpu' | 'touch' | 'keyboard' | 'port' | 'sensor';

/** Sensors that a hosted machine can have. */
export type SensorKind = 'camera' | 'microphone' | 'location' | 'battery' | 'clock';

/** A virtio device; systems/parts.ts says what each property means. */
export interface DeviceDescription {
	readonly kind: DeviceKind;
	readonly slot: number;
	readonly sectors: number | undefined;
	readonly width: number | undefined;
	readonly height: number | undefined;
	readonly sensor: SensorKind | undefined;
}

export interface HostedSystem {
	readonly name: string;
	readonly kernel: { readonly wasm: Uint8Array; readonly sha256: string };
	/** Image 0 is init. */
	readonly images: readonly HostedComponent[];
	/** Tables with contents, each a multiple of 4096 bytes. */
	readonly data: readonly { readonly bytes: Uint8Array }[];
	readonly boot: {
		readonly cpuShare: number;
		readonly slots: number;
		readonly initSlots: number;
		readonly initPriority: number;
		/** Nanoseconds. */
		readonly initBudget: number;
		/** Nanoseconds. */
		readonly initPeriod: number;
	};
	/** Virtio devices that the machine is to have; none unless given. */
	readonly devices?: readonly DeviceDescription[];
	readonly processNames: ReadonlyMap<number, string>;
	manifest(sizes: { codePages(image: number): number; nativePages(image: number): number }): {
		readonly bytes: Uint8Array;
		readonly freePages: number;
	};
}

/** Hosted image regions only name the image, and there is no native data. */
export const HOSTED_SIZES = { codePages: () => 1, nativePages: () => 0 };
