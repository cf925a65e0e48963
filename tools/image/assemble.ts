/** Puts a system image together from its parts: a judged description, the kernel, and the components' binaries. */

import type { CheckResult } from '../check/check.ts';
import type { DeviceDescription, RegionDescription } from '../check/description.ts';
import type { Model } from '../check/model.ts';
import { BOOT } from './boot.ts';
import { readContents } from './contents.ts';
import { layOut, type Plan } from './layout.ts';
import { makeRoster, type RosterSources } from './roster.ts';
import type { ComponentImage, DataRegion, DeviceImage, ImageSizes, Manifest, SystemImage } from './types.ts';

/** One size of native code fits the hosted machine: the region only names the image. */
const HOSTED_SIZES: ImageSizes = { codePages: () => 1, nativePages: () => 0 };

/** What is put together. */
export interface Parts {
	readonly check: Pick<CheckResult, 'lineOf'> & { readonly model: Model };
	readonly kernel: SystemImage['kernel'];
	/** Init's image. */
	readonly init: ComponentImage;
	/** Folder of a component -> its image. */
	readonly images: ReadonlyMap<string, ComponentImage>;
}

function deviceImages(devices: readonly DeviceDescription[]): DeviceImage[] {
	// The checker has refused devices of no kind.
	return devices.flatMap(({ kind, slot, sectors, width, height, sensor }) =>
		kind === undefined ? [] : [{ kind, slot, sectors, width, height, sensor }],
	);
}

/** What the builder makes of a region that is part of the boot image; nothing of others. */
function dataRegion(sources: RosterSources, name: string, { roster, contents }: RegionDescription): DataRegion[] {
	if (roster !== undefined) return [{ name, bytes: makeRoster(sources, roster) }];
	return contents === undefined ? [] : [{ name, bytes: readContents(contents) }];
}

export function assembleSystem({ check, kernel, init, images }: Parts): SystemImage {
	const { model, lineOf } = check;
	const folders = [...images.keys()];
	const data = [...model.regions].flatMap(([name, region]) => dataRegion({ model, kernel, images }, name, region));
	const plan: Plan = {
		model,
		images: [init, ...images.values()],
		imageOf: new Map([...model.components].map(([name, { folder }]) => [name, folders.indexOf(folder) + 1])),
		dataOf: new Map(data.map(({ name }, index) => [name, index])),
		lineOf,
	};
	const { expect, name } = model.description;
	return {
		name,
		kernel,
		images: plan.images,
		data,
		boot: BOOT,
		devices: deviceImages(model.description.devices),
		expect: expect && { exitCode: expect.exitCode, log: expect.log.map((line) => `${line}\n`).join('') },
		processNames: layOut(plan, HOSTED_SIZES).processNames,
		manifest: (sizes: ImageSizes): Manifest => layOut(plan, sizes).manifest,
	};
}
