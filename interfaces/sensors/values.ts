/**
 * Microphone: level in 1/1000 of the loudest, peak of the last second, 0. Location: latitude and longitude in 1/10,000,000 degree, accuracy in metres.
 * Battery: level in percent (-1: unknown), 1 while it is charged, 0. Clock: milliseconds since 1970, low and high word, 0; as everything, when it was measured.
 */
export const SENSOR_CAMERA: u32 = 0;
export const SENSOR_MICROPHONE: u32 = 1;
export const SENSOR_LOCATION: u32 = 2;
export const SENSOR_BATTERY: u32 = 3;
export const SENSOR_CLOCK: u32 = 4;
