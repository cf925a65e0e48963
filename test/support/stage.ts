/**
 * Test systems: init hands everything to a director, a component that makes, drives and unmakes all others while the system runs. So
 * what is tested are kernel calls, not the builder of ordinary systems; init and the machines are the ordinary ones.
 */
import { ROW_IMAGES, SLOT_ACCOUNT, SLOT_CONTROL, SLOT_IMAGES } from '../../abi/boot.ts';
import {
	CONFIGURE_BUDGET,
	CONFIGURE_PATIENCE,
	CONFIGURE_PRIORITY,
	CONFIGURE_WORST_CASE,
	GATE,
	INSTALL,
	PROCESS_CONFIGURE,
	PROCESS_CREATE,
	PROCESS_START,
	REGION_MAP,
} from '../../abi/calls.ts';
import { MEMORY_CODE, MEMORY_NATIVE, MEMORY_OWN } from '../../abi/component.ts';
import { CPU_WHOLE, RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE, RIGHTS_ALL } from '../../abi/rights.ts';
import { PROCESS_BLOCK_PAGES, SLOTS_MOST } from '../../kernel/layout.ts';
import { buildComponent } from '../../tools/build/component.ts';
import { buildKernel } from '../../tools/build/kernel.ts';
import { ManifestWriter } from '../../tools/image/manifest.ts';
import type { ComponentImage, ImageSizes, Manifest, SystemImage } from '../../tools/image/types.ts';

const INIT = 'servers/init';
const PAGES_OF_WASM_PAGE = 16;
const MILLISECOND = 1_000_000;
/** What the director can use: 40 % of the machine. */
const BUDGET = 400 * MILLISECOND;
const PERIOD = 1000 * MILLISECOND;
/** A call to the director is a look into a table. */
const WORST_CASE = MILLISECOND / 5;
const PATIENCE_ENDLESS = 255;
const DIRECTOR_PRIORITY = 128;
const PROCESS_DIRECTOR = 2;
/** Free memory that the director finds, in 4 KiB pages. */
const FREE_PAGES = 4096;

/** Slots of the director's table (test/components/director/stage.ts). */
const DIRECTOR_CONTROL = 1;
const DIRECTOR_ACCOUNT = 2;
const DIRECTOR_SELF = 3;
/** A gate with what the stage's `options` says as its badge. */
const DIRECTOR_OPTIONS = 7;
const DIRECTOR_IMAGES = 8;
/** The gate in slot DIRECTOR_IMAGES + SIZES + i has the sizes of image i as its badge. */
const DIRECTOR_SIZES = 8;
/** Own memory in the low half of the badge, native memory in the high half. */
const NATIVE_SHIFT = 16;
const IMAGES_MOST = DIRECTOR_SIZES;

/** What a test system consists of. */
export interface Stage {
	readonly name: string;
	/** Folder of the component that directs. */
	readonly director: string;
	/** Folders of the components that it makes processes of: slots 8, 9, ... of its table. */
	readonly components: readonly string[];
	/** A number for the director. */
	readonly options?: number;
	/** Log of a run in which everything went well; '' when a test looks for itself. */
	readonly log?: string;
}

/** Builds the image of a test system. */
export async function buildStage(stage: Stage): Promise<SystemImage> {
	if (stage.components.length > IMAGES_MOST) throw new Error(`a stage has room for ${IMAGES_MOST} components`);
	const images: ComponentImage[] = [];
	for (const folder of [INIT, stage.director, ...stage.components]) images.push(await buildComponent(folder));
	return {
		name: stage.name,
		kernel: await buildKernel(),
		images,
		data: [],
		devices: [],
		boot: {
			cpuShare: CPU_WHOLE,
			slots: 4096,
			initSlots: SLOTS_MOST,
			initPriority: 255,
			initBudget: 10 * MILLISECOND,
			initPeriod: PERIOD,
		},
		expect: { exitCode: 0, log: stage.log ?? '' },
		processNames: new Map([
			[1, 'init'],
			[PROCESS_DIRECTOR, 'director'],
		]),
		manifest: (sizes) => writeManifest(images, sizes, stage.options ?? 0),
	};
}

/** Init makes the director and gives it everything. */
function writeManifest(images: readonly ComponentImage[], sizes: ImageSizes, options: number): Manifest {
	const rows = { processes: [], accounts: [], regions: [], grants: [] };
	const write = new ManifestWriter(SLOT_IMAGES + images.length, ROW_IMAGES + images.length, rows);
	const director = write.slot();
	const block = write.extent(PROCESS_BLOCK_PAGES);
	write.call(PROCESS_CREATE, SLOT_ACCOUNT, write.processRow(), block, SLOTS_MOST, director);
	mapMemories(write, director, images, sizes);
	write.call(PROCESS_CONFIGURE, director, CONFIGURE_PRIORITY, DIRECTOR_PRIORITY);
	write.call(PROCESS_CONFIGURE, director, CONFIGURE_BUDGET, BUDGET, PERIOD);
	write.call(PROCESS_CONFIGURE, director, CONFIGURE_WORST_CASE, WORST_CASE);
	write.call(PROCESS_CONFIGURE, director, CONFIGURE_PATIENCE, PATIENCE_ENDLESS);
	install(write, director, SLOT_CONTROL, DIRECTOR_CONTROL);
	install(write, director, SLOT_ACCOUNT, DIRECTOR_ACCOUNT);
	install(write, director, director, DIRECTOR_SELF);
	giveNumber(write, director, options, DIRECTOR_OPTIONS);
	for (let image = 2; image < images.length; image++) giveImage(write, director, image, images, sizes);
	write.call(PROCESS_START, director);
	const { bytes, freePages } = write.finish();
	return { bytes, freePages: freePages + FREE_PAGES };
}

function install(write: ManifestWriter, director: number, slot: number, destination: number): void {
	write.call(INSTALL, director, slot, destination, RIGHTS_ALL);
}

function ownPages(images: readonly ComponentImage[], image: number): number {
	return (images[image]?.memoryPages ?? 0) * PAGES_OF_WASM_PAGE;
}

/** The director is image 1. */
function mapMemories(
	write: ManifestWriter,
	director: number,
	images: readonly ComponentImage[],
	sizes: ImageSizes,
): void {
	write.call(REGION_MAP, director, SLOT_IMAGES + 1, MEMORY_CODE, RIGHT_READ | RIGHT_EXECUTE);
	const own = write.region(ownPages(images, 1));
	write.call(REGION_MAP, director, own.slot, MEMORY_OWN, RIGHT_READ | RIGHT_WRITE);
	if (sizes.nativePages(1) === 0) return;
	const native = write.region(sizes.nativePages(1));
	write.call(REGION_MAP, director, native.slot, MEMORY_NATIVE, RIGHT_READ | RIGHT_WRITE);
}

/** The image, and its sizes as the badge of a gate. */
function giveImage(
	write: ManifestWriter,
	director: number,
	image: number,
	images: readonly ComponentImage[],
	sizes: ImageSizes,
): void {
	const destination = DIRECTOR_IMAGES + image - 2;
	install(write, director, SLOT_IMAGES + image, destination);
	const badge = ownPages(images, image) | (sizes.nativePages(image) << NATIVE_SHIFT);
	giveNumber(write, director, badge, destination + DIRECTOR_SIZES);
}

/** A gate in slot `destination` whose badge is the number. */
function giveNumber(write: ManifestWriter, director: number, badge: number, destination: number): void {
	const gate = write.slot();
	write.call(GATE, director, gate, badge);
	install(write, director, gate, destination);
	write.drop(gate);
}
