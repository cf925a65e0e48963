/* What the traps of components do, and which process goes on after them. Every function that returns a context ends
 * in `leave`; entry.S restores the registers from it. */
#include "time.h"

#define IDLE_CODE 75 /* what a system that is idle for ever exits with, on every machine */
#define INLINE static inline __attribute__((always_inline))
#define FLOATING_ON (3ul << 20)
/* An access this far below the stack's region is an exhausted stack rather than a wild address. */
#define STACK_GUARD 0x100000ul
/* Exception classes of ESR_EL1 (ARM DDI 0487, D17.2.37). */
#define CLASS(esr) ((esr) >> 26)
enum { CLASS_SVC = 0x15, CLASS_FETCH = 0x20, CLASS_ACCESS = 0x24 };

static struct context *current(void) { return core()->current; }

/* The current process goes on with the result of its trap. */
static struct context *result(u64 value) {
	current()->x[0] = value;
	return current();
}

static void copyMessage(struct context *to, const struct context *from) {
	for (u32 i = MESSAGE_FIRST; i < MESSAGE_FIRST + MESSAGE_REGISTERS; i++) to->x[i] = from->x[i];
}

/* A new activation: only the argument, the start of the stack's region and the entry point of that kind. */
static struct context *begin(struct context *c, u32 kind, u32 argument) {
	c->elr = WINDOW((u64)MEMORY_CODE) + ENTRY_FIRST + kind * ENTRY_STRIDE;
	c->sp = STACK_TOP;
	c->full = 0;
	c->x[0] = argument;
	return c;
}

/* A call that had to wait: its words are where the client's trap left them. */
static struct context *beginDeferred(struct context *c, u32 badge) {
	copyMessage(c, contextOf(*kernelWord(PROCESS_BASE + processOf(c) * PROCESS_STRIDE + PROCESS_CALLER)));
	return begin(c, ENTER_PROTECTED, badge);
}

/* Sleeps until somebody is ready. When no alarm is set and no device may interrupt, nobody ever will be. */
static __attribute__((noinline)) u32 idle(void) {
	for (u32 process = 0;;) {
		clearLimit();
		setAlarm();
		if (core()->alarm == NEVER && !interruptExpected()) machine_halt(IDLE_CODE);
		__asm__ volatile("wfi");
		interruptTake();
		u64 time = now();
		if ((process = kernel_next(time, time >> 32)) != 0) return process;
	}
}

/* The kernel has chosen `process`: its context, as OUT_KIND demands. */
INLINE struct context *obey(u32 process) {
	struct context *c = (struct context *)(core()->contexts + (u64)process * BLOCK_STRIDE);
	u32 kind = global(GLOBAL_OUT_KIND), argument = global(GLOBAL_OUT_ARGUMENT);
	setLimit();
	if (__builtin_expect(kind == ENTER_NOTIFIED, 1)) return begin(c, ENTER_NOTIFIED, argument);
	if (kind == ENTER_RESULT) c->x[0] = argument;
	if (kind == ENTER_RESULT || kind == ENTER_RESUME) return c;
	return kind == ENTER_PROTECTED ? beginDeferred(c, argument) : begin(c, kind, argument);
}

/* Nobody executes: the kernel chooses who does; without anybody the core sleeps until an interrupt comes. */
INLINE struct context *switchProcess(void) {
	u64 time = now();
	u32 process = kernel_next(time, time >> 32);
	return obey(process == 0 ? idle() : process);
}

/* Gives the current process's context up when the kernel asked for it. */
INLINE struct context *afterEntry(struct context *c) {
	if (global(GLOBAL_CURRENT) == 0) return switchProcess();
	if (!global(GLOBAL_OUT_PREEMPT)) return c;
	kernel_preempt(left());
	return switchProcess();
}

/* After an entry that switches: the current process goes on (0 or an error), the kernel must be asked, or has chosen already. */
INLINE struct context *switchTo(s32 chosen, struct context *c) {
	if (chosen <= 0) return chosen ? c : afterEntry(c);
	return chosen == CALL_NEXT ? switchProcess() : obey(chosen);
}

/* Floating-point registers follow the processes that use them; the others cannot reach them. */
static void giveFloating(struct context *c) {
	struct core *k = core();
	if (c->floating && k->floatingOwner != c) {
		__asm__ volatile("msr cpacr_el1, %0; isb" ::"r"(FLOATING_ON));
		if (k->floatingOwner) floatingSave(k->floatingOwner->v);
		floatingLoad(c->v);
		k->floatingOwner = c;
	}
	k->floatingOn = c->floating;
	__asm__ volatile("msr cpacr_el1, %0" ::"r"(c->floating ? FLOATING_ON : 0));
}

static struct context *batchStep(struct context *c) {
	/* The entry before may have given up the memory that they all lie in: then there is none for this one. */
	u32 row = mappedRegion(processOf(c), MEMORY_OWN), *entry = (u32 *)(regionStart(row) + c->batch);
	if (c->batch + BATCH_ENTRY_BYTES > regionBytes(row)) return c->batchLeft = 0, noteSpecial(c), afterEntry(c);
	u64 time = now();
	entry[7] = kernel_system(entry[0], entry[1], entry[2], entry[3], entry[4], entry[5], entry[6], time, time >> 32);
	c->batch += BATCH_ENTRY_BYTES;
	c->x[0]++;
	if (--c->batchLeft == 0) noteSpecial(c);
	setAlarm();
	if (global(GLOBAL_CURRENT) == 0) return switchProcess();
	return c->batchLeft ? c : afterEntry(c);
}

/* What `leave` does when it is not at once done. */
static __attribute__((noinline)) struct context *leaveSlow(struct context *c) {
	for (;;) {
		while (interruptPending()) c = switchTo(interruptTake(), c);
		if (c->workCount) workStep(c);
		else if (c->batchLeft) c = batchStep(c);
		else break;
	}
	giveFloating(c);
	return core()->current = c;
}

/* Makes `c` ready to go on: takes pending interrupts first, then does what its last trap left to be done, in small steps between
 * which interrupts are looked at. Returns the context that really goes on. */
INLINE struct context *leave(struct context *c) {
	if (interruptPending() || (c->special | core()->floatingOn)) return leaveSlow(c);
	return core()->current = c;
}

/* An interrupt came while a process executed; its registers are in its context. */
struct context *serviceInterrupt(struct context *c) { return leave(switchTo(interruptTake(), c)); }

/* Nobody executes any more. */
struct context *serviceNext(void) { return leave(switchProcess()); }

/* `call` that does not switch: an error, or 0 for a call that waits until the server's own activation has ended. */
struct context *callStays(u32 status) { return status == 0 ? serviceNext() : leave(result(status)); }

/* `call` into a process that the fast path cannot enter; its message is in its context. */
struct context *callEnters(u32 server) {
	setLimit();
	return leave(begin(contextOf(server), ENTER_PROTECTED, global(GLOBAL_OUT_ARGUMENT)));
}

/* The end of a call that the fast path cannot finish; the words are in the client's context. */
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
	const struct context *server = current();
	u32 client = kernel_reply(left(), status);
	if (client == 0) return serviceNext();
	copyMessage(contextOf(client), server);
	return replyReturns(contextOf(client));
}

struct context *serviceNotify(u32 signal) {
	u64 time = now();
	s32 chosen = kernel_notifySwitch(left(), signal, time, time >> 32);
	return leave(switchTo(chosen, result((u32)(chosen < 0 ? chosen : 0))));
}

static struct context *serviceClock(void) { return leave(result(now())); }

static struct context *serviceSystem(u32 number, u32 a0, u32 a1, u32 a2, u32 a3, u32 a4, u32 a5) {
	u64 time = now();
	struct context *c = result(kernel_system(number, a0, a1, a2, a3, a4, a5, time, time >> 32));
	c->x[MESSAGE_FIRST] = global(GLOBAL_OUT_WORDS);
	c->x[MESSAGE_FIRST + 1] = global(GLOBAL_OUT_WORD0);
	c->x[MESSAGE_FIRST + 2] = global(GLOBAL_OUT_WORD1);
	setAlarm();
	return leave(afterEntry(c));
}

static struct context *serviceWait(void) {
	u64 time = now();
	struct context *c = result(kernel_wait(left(), time, time >> 32));
	return leave(global(GLOBAL_CURRENT) ? c : switchProcess());
}

static struct context *serviceFinish(void) { return kernel_finish(left()), serviceNext(); }

/* (offset, count) in memory 0. */
static struct context *serviceBatch(u32 offset, u32 count) {
	struct context *c = current();
	u32 row = mappedRegion(processOf(c), MEMORY_OWN);
	int known = count <= BATCH_ENTRIES && offset % 4 == 0;
	int inside = offset + (u64)count * BATCH_ENTRY_BYTES <= regionBytes(row);
	c->x[0] = !known ? INVALID_ARGUMENT : !inside ? OUT_OF_BOUNDS : 0;
	c->batch = offset;
	c->batchLeft = known && inside ? count : 0;
	noteSpecial(c);
	return leave(c);
}

/* A fault of the current process: it never goes on from here. */
struct context *serviceFault(u64 esr, u64 address, u64 place) {
	u64 stack = WINDOW((u64)MEMORY_NATIVE);
	int access = CLASS(esr) == CLASS_FETCH || CLASS(esr) == CLASS_ACCESS;
	u32 cause = CLASS(esr) == CLASS_SVC ? CAUSE_BAD_CALL : CAUSE_TRAP;
	if (access) cause = address < stack && address >= stack - STACK_GUARD ? CAUSE_STACK : CAUSE_MEMORY;
	kernel_fault(cause, access ? address : place, left());
	return serviceNext();
}

/* A trap that no component's stub makes. */
static struct context *serviceNone(void) { return serviceFault((u64)CLASS_SVC << 26, 0, 0); }

struct context *(*const services[TRAPS_SLOW + 1])() = {serviceNone, serviceCall, serviceReply, serviceCallWith,
	serviceSystem, serviceWait, serviceFinish, serviceClock, serviceBatch}; /* in the order of services.h */
