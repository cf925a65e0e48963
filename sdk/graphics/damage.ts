/** What has changed on a surface since it was last shown: at most eight rectangles that together cover every change. */

/** Rectangles that are kept apart. */
export const DAMAGE_RECTANGLES: u32 = 8;
/** Bytes of static memory that a damage list takes. */
export const DAMAGE_BYTES: u32 = 4 + 8 * 16;

/** A rectangle of pixels: first column and row inside, first ones behind. */
@unmanaged
export class Area {
	left: i32 = 0;
	top: i32 = 0;
	right: i32 = 0;
	bottom: i32 = 0;
}

/** `changetype<Damage>(memory.data(DAMAGE_BYTES, 4))`; empty at first. */
@unmanaged
export class Damage {
	/** How many rectangles there are. */
	count: u32 = 0;

	/** Rectangle `index`, less than `count`. They may overlap. */
	area(index: u32): Area {
		return changetype<Area>(changetype<u32>(this) + 4 + 16 * index);
	}

	/** Forgets everything: it has been shown. */
	clear(): void {
		this.count = 0;
	}

	/** Forgets rectangle 0; the last one takes its place. */
	drop(): void {
		this.count--;
		memory.copy(changetype<u32>(this.area(0)), changetype<u32>(this.area(this.count)), 16);
	}

	/** Adds a rectangle; an empty one changes nothing. Merges those whose common frame is hardly larger than they are. */
	add(x: i32, y: i32, width: i32, height: i32): void {
		if (width <= 0 || height <= 0) return;
		if (this.count === DAMAGE_RECTANGLES) this.mergeBest();
		const area = this.area(this.count++);
		area.left = x;
		area.top = y;
		area.right = x + width;
		area.bottom = y + height;
		this.absorb();
	}

	/** Merges the last rectangle into others as long as that wastes at most a quarter of what results. */
	private absorb(): void {
		let index: u32 = 0;
		while (index + 1 < this.count) {
			const last = this.count - 1;
			if (4 * this.waste(index, last) > frame(this.area(index), this.area(last))) {
				index++;
				continue;
			}
			this.merge(index, last);
			// What has grown comes last and is compared with all others again.
			this.swap(index, this.count - 1);
			index = 0;
		}
	}

	/** Merges the two that waste the least. */
	private mergeBest(): void {
		let first: u32 = 0;
		let second: u32 = 1;
		for (let a: u32 = 0; a < this.count; a++) {
			for (let b = a + 1; b < this.count; b++) {
				if (this.waste(a, b) >= this.waste(first, second)) continue;
				first = a;
				second = b;
			}
		}
		this.merge(first, second);
	}

	/** Pixels that a common frame shows beside the two rectangles; less than nothing when they overlap. */
	private waste(first: u32, second: u32): i64 {
		const a = this.area(first);
		const b = this.area(second);
		return frame(a, b) - size(a) - size(b);
	}

	/** `first` becomes the frame of both; the last rectangle takes the place of `second`. */
	private merge(first: u32, second: u32): void {
		const a = this.area(first);
		const b = this.area(second);
		a.left = min(a.left, b.left);
		a.top = min(a.top, b.top);
		a.right = max(a.right, b.right);
		a.bottom = max(a.bottom, b.bottom);
		this.count--;
		if (second !== this.count) memory.copy(changetype<u32>(b), changetype<u32>(this.area(this.count)), 16);
	}

	private swap(first: u32, second: u32): void {
		const a = changetype<u32>(this.area(first));
		const b = changetype<u32>(this.area(second));
		for (let offset: u32 = 0; offset < 16; offset += 8) {
			const kept = load<u64>(a + offset);
			store<u64>(a + offset, load<u64>(b + offset));
			store<u64>(b + offset, kept);
		}
	}
}

function size(area: Area): i64 {
	return <i64>(area.right - area.left) * (area.bottom - area.top);
}

/** Pixels of the smallest rectangle around both. */
function frame(a: Area, b: Area): i64 {
	return <i64>(max(a.right, b.right) - min(a.left, b.left)) * (max(a.bottom, b.bottom) - min(a.top, b.top));
}
