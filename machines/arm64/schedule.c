/* What the traps of components do, and which process goes on after them. Every function that returns a context ends
 * in `leave`; entry.S restores the registers from it. */
#include "time.h"

#define FLOATING_ON (3ul << 20)
/* An access this far below the stack's region is an exhausted stack rather than a wild address. */
#define STACK_GUARD 0x100000ul

/* A new activation: only the argument, the start of the stack's region and the entry point of that kind. */
static void begin(struct context *c, u32 kind, u32 argument) {
	c->elr = WINDOW((u64)MEMORY_CODE) + ENTRY_FIRST + kind * ENTRY_STRIDE;
	c->sp = WINDOW((u64)MEMORY_NATIVE);
	c->full = 0;
	c->x[0] = argument;
}

static void copyMessage(struct context *to, const struct context *from) {
	for (u32 i = MESSAGE_FIRST; i < MESSAGE_FIRST + MESSAGE_REGISTERS; i++) to->x[i] = from->x[i];
}

/* A call that had to wait: its words are where the client's trap left them. */
static void beginDeferred(struct context *c, u32 badge) {
	u32 client = *kernelWord(PROCESS_BASE + processOf(c) * PROCESS_STRIDE + PROCESS_CALLER);
	begin(c, ENTER_PROTECTED, badge);
	copyMessage(c, contextOf(client));
}

static __attribute__((noinline)) u32 idle(void) {
	u32 process;
	do {
		clearLimit();
		setAlarm();
		__asm__ volatile("wfi");
		interruptTake();
		u64 time = now();
		process = kernel_next(time, time >> 32);
	} while (process == 0);
	return process;
}

/* Nobody executes: the kernel chooses who does; without anybody the core sleeps until an interrupt comes. */
static inline __attribute__((always_inline)) struct context *switchProcess(void) {
	u64 time = now();
	u32 process = kernel_next(time, time >> 32);
	if (process == 0) process = idle();
	struct context *c = contextOf(process);
	u32 kind = global(GLOBAL_OUT_KIND), argument = global(GLOBAL_OUT_ARGUMENT);
	setLimit();
	if (kind == ENTER_RESUME) return c;
	if (kind == ENTER_RESULT) c->x[0] = argument;
	else if (kind == ENTER_PROTECTED) beginDeferred(c, argument);
	else begin(c, kind, argument);
	return c;
}

/* Gives the current process's context up when the kernel asked for it. */
static inline __attribute__((always_inline)) struct context *afterEntry(struct context *c) {
	if (LIKELY(global(GLOBAL_CURRENT) != 0)) {
		if (!global(GLOBAL_OUT_PREEMPT)) return c;
		kernel_preempt(left());
	}
	return switchProcess();
}

static struct context *current(void) { return core()->current; }

/* Floating-point registers follow the processes that use them; the others cannot reach them. */
static void giveFloating(struct context *c) {
	struct core *k = core();
	u64 on = c->floating ? FLOATING_ON : 0;
	if (c->floating && k->floatingOwner != c) {
		__asm__ volatile("msr cpacr_el1, %0; isb" ::"r"(FLOATING_ON));
		if (k->floatingOwner) floatingSave(k->floatingOwner->v);
		floatingLoad(c->v);
		k->floatingOwner = c;
	}
	if (c->floating == k->floatingOn) return;
	k->floatingOn = c->floating;
	__asm__ volatile("msr cpacr_el1, %0" ::"r"(on));
}

static struct context *batchStep(struct context *c) {
	u32 *entry = (u32 *)c->batch;
	u64 time = now();
	entry[7] = kernel_system(entry[0], entry[1], entry[2], entry[3], entry[4], entry[5], entry[6], time, time >> 32);
	c->batch += BATCH_ENTRY_BYTES;
	c->batchLeft--;
	if (c->batchLeft == 0) c->special = c->floating | c->workCount;
	c->x[0]++;
	c->x[MESSAGE_FIRST] = 0;
	setAlarm();
	if (global(GLOBAL_CURRENT) == 0) return switchProcess();
	return c->batchLeft ? c : afterEntry(c);
}

/* What `leave` does when it is not at once done. */
static __attribute__((noinline)) struct context *leaveSlow(struct context *c) {
	for (;;) {
		while (interruptPending())
			if (interruptTake()) c = switchProcess();
		if (c->workCount) workStep(c);
		else if (c->batchLeft) c = batchStep(c);
		else break;
	}
	giveFloating(c);
	core()->current = c;
	return c;
}

/* Makes `c` ready to go on: takes pending interrupts first, then does what its last trap left to be done, in small steps between
 * which interrupts are looked at. Returns the context that really goes on. */
static inline __attribute__((always_inline)) struct context *leave(struct context *c) {
	if (interruptPending() || (c->special | core()->floatingOn)) return leaveSlow(c);
	core()->current = c;
	return c;
}

/* An interrupt came while a process executed; its registers are in its context. */
struct context *serviceInterrupt(struct context *c) {
	if (interruptTake()) c = switchProcess();
	return leave(c);
}

struct context *serviceNext(void) { return leave(switchProcess()); }

/* `call` that does not switch: an error, or 0 for a call that waits until the server's own activation has ended. */
struct context *callStays(u32 status) {
	struct context *c = current();
	c->x[0] = status;
	if (status) c->x[MESSAGE_FIRST] = 0; /* a call that waits keeps its method */
	return leave(status ? c : switchProcess());
}

/* `call` into a process that the fast path cannot enter. */
struct context *callEnters(u32 server) {
	struct context *c = contextOf(server);
	begin(c, ENTER_PROTECTED, global(GLOBAL_OUT_ARGUMENT));
	setLimit();
	return leave(c);
}

struct context *replyReturns(struct context *c) {
	c->x[0] = global(GLOBAL_OUT_ARGUMENT);
	c->x[MESSAGE_FIRST] = 0;
	setLimit();
	return leave(afterEntry(c));
}

/* After the kernel's decision about a call whose words are in the client's context. */
static struct context *callDecided(s32 server) {
	if (server <= 0) return callStays(server);
	copyMessage(contextOf(server), current());
	return callEnters(server);
}

static struct context *serviceCall(u32 unused, u32 gate) { return callDecided(kernel_call(left(), gate)); }

static struct context *serviceCallWith(u32 unused, u32 gate, u32 capabilities, u32 loan, u32 offset, u32 length) {
	return callDecided(kernel_callWith(left(), gate, capabilities, loan, offset, length));
}

static struct context *serviceReply(u32 unused, u32 status) {
	struct context *server = current();
	u32 client = kernel_reply(left(), status);
	if (client == 0) return serviceNext();
	copyMessage(contextOf(client), server);
	return replyReturns(contextOf(client));
}

static struct context *serviceNotify(u32 signal) {
	struct context *c = current();
	c->x[0] = kernel_notify(signal);
	return leave(afterEntry(c));
}

static struct context *serviceSystem(u32 number, u32 a0, u32 a1, u32 a2, u32 a3, u32 a4, u32 a5) {
	struct context *c = current();
	u64 time = now();
	c->x[0] = kernel_system(number, a0, a1, a2, a3, a4, a5, time, time >> 32);
	c->x[MESSAGE_FIRST] = global(GLOBAL_OUT_WORDS);
	c->x[MESSAGE_FIRST + 1] = global(GLOBAL_OUT_WORD0);
	c->x[MESSAGE_FIRST + 2] = global(GLOBAL_OUT_WORD1);
	setAlarm();
	return leave(afterEntry(c));
}

static struct context *serviceWait(void) {
	struct context *c = current();
	u64 time = now();
	c->x[0] = kernel_wait(left(), time, time >> 32);
	return leave(global(GLOBAL_CURRENT) ? c : switchProcess());
}

static struct context *serviceFinish(void) {
	kernel_finish(left());
	return leave(switchProcess());
}

static struct context *serviceClock(void) {
	current()->x[0] = now();
	return leave(current());
}

/* (offset, count) in memory 0. */
static struct context *serviceBatch(u32 offset, u32 count) {
	struct context *c = current();
	u32 row = mappedRegion(processOf(c), MEMORY_OWN);
	u64 bytes = (u64)*regionWord(row, REGION_PAGES) * PAGE;
	c->x[0] = INVALID_ARGUMENT;
	if (count <= BATCH_ENTRIES && offset % 4 == 0) {
		c->x[0] = OUT_OF_BOUNDS;
		if (offset + (u64)count * BATCH_ENTRY_BYTES <= bytes) {
			c->x[0] = 0;
			c->batch = linear((u64)*regionWord(row, REGION_PAGE) * PAGE) + offset;
			c->batchLeft = count;
			c->special |= count;
		}
	}
	return leave(c);
}

/* Exception classes of ESR_EL1 (ARM DDI 0487, D17.2.37). */
#define CLASS(esr) ((esr) >> 26)
#define CLASS_SVC 0x15
#define CLASS_FETCH 0x20
#define CLASS_ACCESS 0x24

/* A fault of the current process: it never goes on from here. */
struct context *serviceFault(u64 esr, u64 address, u64 place) {
	u32 cause = CAUSE_TRAP, where = place;
	if (CLASS(esr) == CLASS_SVC) cause = CAUSE_BAD_CALL;
	if (CLASS(esr) == CLASS_FETCH || CLASS(esr) == CLASS_ACCESS) {
		u64 stack = WINDOW((u64)MEMORY_NATIVE);
		cause = address < stack && address >= stack - STACK_GUARD ? CAUSE_STACK : CAUSE_MEMORY;
		where = address;
	}
	kernel_fault(cause, where, left());
	return leave(switchProcess());
}

/* A trap that no component's stub makes. */
static struct context *serviceNone(void) { return serviceFault((u64)CLASS_SVC << 26, 0, 0); }

#define SLOW(trap) [trap / 32]
struct context *(*const services[TRAPS_SLOW + 1])() = {
	[0] = serviceNone,
	SLOW(TRAP_CALL) = serviceCall,
	SLOW(TRAP_REPLY) = serviceReply,
	SLOW(TRAP_CALL_WITH) = serviceCallWith,
	SLOW(TRAP_NOTIFY) = serviceNotify,
	SLOW(TRAP_SYSTEM) = serviceSystem,
	SLOW(TRAP_WAIT) = serviceWait,
	SLOW(TRAP_FINISH) = serviceFinish,
	SLOW(TRAP_CLOCK) = serviceClock,
	SLOW(TRAP_BATCH) = serviceBatch,
};

