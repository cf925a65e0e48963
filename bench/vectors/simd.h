/* What wasm2c takes from simde, as far as bench/vectors uses it, in the instructions of ARM64 that simde would choose. */
#pragma once
#include <arm_neon.h>

typedef uint8x16_t v128;
#define V16(bytes) vreinterpretq_u16_u8(bytes)
#define V8(words) vreinterpretq_u8_u16(words)

typedef v128 any_v128 __attribute__((aligned(1)));
#define VECTOR(index, offset) (*(any_v128 *)(OWN + (u32)(index) + (u64)(offset)))
#define VECTOR_load_default32(index, offset) VECTOR(index, offset)
#define VECTOR_store_default32(index, offset, value) (VECTOR(index, offset) = (value))
#define VECTOR_load32_zero(index, offset) loadPart32(OWN + (u32)(index) + (u64)(offset))
#define VECTOR_load64_zero(index, offset) loadPart64(OWN + (u32)(index) + (u64)(offset))

static inline v128 loadPart32(const u8 *place) {
	u32 part;
	__builtin_memcpy(&part, place, 4);
	return vreinterpretq_u8_u32(vsetq_lane_u32(part, vdupq_n_u32(0), 0));
}
static inline v128 loadPart64(const u8 *place) {
	u64 part;
	__builtin_memcpy(&part, place, 8);
	return vreinterpretq_u8_u64(vsetq_lane_u64(part, vdupq_n_u64(0), 0));
}

#define simde_wasm_i64x2_make(low, high) vreinterpretq_u8_u64((uint64x2_t){(u64)(low), (u64)(high)})
#define v128_const(...) ((v128){__VA_ARGS__})
#define simde_wasm_v128_not vmvnq_u8
#define simde_wasm_v128_or vorrq_u8
#define simde_wasm_i8x16_splat(value) vdupq_n_u8(value)
#define simde_wasm_i16x8_splat(value) V8(vdupq_n_u16(value))
#define simde_wasm_i32x4_splat(value) vreinterpretq_u8_u32(vdupq_n_u32(value))
#define simde_wasm_i8x16_add vaddq_u8
#define simde_wasm_i16x8_add(a, b) V8(vaddq_u16(V16(a), V16(b)))
#define simde_wasm_i16x8_sub(a, b) V8(vsubq_u16(V16(a), V16(b)))
#define simde_wasm_i16x8_mul(a, b) V8(vmulq_u16(V16(a), V16(b)))
#define simde_wasm_u16x8_shr(a, bits) V8(V16(a) >> (u16)(bits))
#define v128_u16x8_extmul_low_u8x16(a, b) V8(vmull_u8(vget_low_u8(a), vget_low_u8(b)))
#define v128_u16x8_extmul_high_u8x16(a, b) V8(vmull_high_u8(a, b))
#define v128_u16x8_extend_low_u8x16(a) V8(vmovl_u8(vget_low_u8(a)))
#define v128_u16x8_extend_high_u8x16(a) V8(vmovl_high_u8(a))
#define v128_u8x16_narrow_i16x8(a, b) vqmovun_high_s16(vqmovun_s16(vreinterpretq_s16_u8(a)), vreinterpretq_s16_u8(b))
#define v128_i8x16_shuffle(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)
#define v128_i64x2_extract_lane(a, lane) vgetq_lane_u64(vreinterpretq_u64_u8(a), lane)
