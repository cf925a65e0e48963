/**
 * Small sensors, each a driver of its own with this interface: microphone level, location, battery. Values as values.ts says.
 *
 * @memory 0
 * @error NOT_READY No value has come yet.
 * @error ABSENT The machine has no such sensor, or it does not answer.
 */
export interface Sensors {
	/**
	 * The newest value: three numbers, and the milliseconds since boot when it came. Asking has the next one measured: a sensor that nobody asks is off.
	 * @worstCase 20000
	 * @throws NOT_READY
	 * @throws ABSENT
	 */
	value(): { first: i32; second: i32; third: i32; milliseconds: u32 };
}
