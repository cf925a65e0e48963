/** What a page brings to the machine's devices. Plain data, so that it can go to a worker or over a wire. */
import type { SensorKind } from '../core/system.ts';
import type { SensorValues, TouchKind } from '../devices/outside.ts';

/** What can come from outside (machines/hosted/devices/outside.ts). */
export type OutsideRequest =
	| {
			readonly device: 'touch';
			readonly event: TouchKind;
			readonly finger: number;
			/** 0..AXIS_MOST. */
			readonly x: number;
			readonly y: number;
			/** When the host had it, milliseconds since 1970. */
			readonly at: number;
	  }
	| { readonly device: 'key'; readonly code: number; readonly down: boolean }
	| { readonly device: 'port'; readonly bytes: Uint8Array }
	| { readonly device: 'sensor'; readonly sensor: SensorKind; readonly values: SensorValues }
	| { readonly device: 'camera'; readonly pixels: Uint8Array };
