/*
 * Revocation against use: kernel/capability.ts (REVOKE, find), kernel/grant.ts (grantLives), kernel/send.ts (transfer), kernel/flow.ts (nextEpoch)
 * and kernel/mapping.ts (recheckMappings). An owner shares a region with a user under a grant, the user passes it on to a friend, both map it and touch
 * it; the owner revokes the grant and uses its row again, ROUNDS times. One process executes at a time: the kernel switches between them at any step (preempt, next), and
 * `next` compares the epoch before it lets anybody execute; a kernel entry is atomic, a touch of mapped memory is not an entry at all.
 *
 * Checked: from the moment at which REVOKE has returned nobody touches the memory through what was shared before, neither by a mapping that was made
 * before, nor by a capability that was passed on before, nor by one that is passed on now (assertion at each touch).
 *
 *   spin -a revocation.pml && cc -O2 -o pan pan.c && ./pan       no errors
 *   spin -DBROKEN=1 -a revocation.pml ...   REVOKE does not raise the epoch: a mapping outlives it
 *   spin -DBROKEN=2 -a revocation.pml ...   a transfer takes the grant's generation of now instead of the capability's: what was revoked comes back
 *   spin -DBROKEN=3 -a revocation.pml ...   mappings are looked at when they are used for the first time only: not each time before the process executes
 *   spin -DBROKEN=4 -a revocation.pml ...   a mapping does not remember its grant
 */

#ifndef BROKEN
#define BROKEN 0
#endif
#define ROUNDS 2
#define OWNER 0
#define USER 1
#define FRIEND 2
#define PROCESSES 3

/* GRANT_GENERATION, GLOBAL_EPOCH, GLOBAL_CURRENT */
byte generation = 1;
byte epoch = 1;
byte current = OWNER;

/* Of each process: its capability to the region (generation of the grant that it is under, 0 = none), its mapping, its copy of the epoch. */
byte slot[PROCESSES];
byte mapped[PROCESSES];
byte seen[PROCESSES];

/* What only the model knows: which round a capability or mapping really comes from, and the round that has begun. */
byte slotRound[PROCESSES];
byte mappedRound[PROCESSES];
byte round = 1;

/* `next`: somebody else executes; before that its mappings are looked at when the epoch has changed. */
inline switchTo(who) {
	current = who;
	recheck(who)
}

/* mappingLives: the grant has the mapping's generation */
#if BROKEN == 4
#define dead(who) false
#else
#define dead(who) (mapped[who] != generation)
#endif

inline recheck(who) {
	if
	:: seen[who] != epoch ->
#if BROKEN == 3
		if
		:: seen[who] == 0 && dead(who) -> mapped[who] = 0
		:: else
		fi;
#else
		if
		:: dead(who) -> mapped[who] = 0
		:: else
		fi;
#endif
		seen[who] = epoch
	:: else
	fi
}

/* find: good while the grant has the capability's generation */
#define good(who) (slot[who] != 0 && slot[who] == generation)

/* What user and friend can do, each step while they execute. */
inline act(me, other) {
	if
	/* REGION_MAP: find, then setMap with the capability's grant and generation */
	:: atomic { current == me && good(me) && mapped[me] == 0 ->
		mapped[me] = slot[me];
		mappedRound[me] = slotRound[me] }
	/* REGION_UNMAP */
	:: atomic { current == me && mapped[me] != 0 -> mapped[me] = 0; mappedRound[me] = 0 }
	/* an access: no kernel entry, the page tables as they are */
	:: atomic { current == me && mapped[me] != 0 -> assert(mappedRound[me] == round) }
	/* callWith that sends it: find (checkSend), putCopy */
	:: atomic { current == me && slot[other] == 0 &&
#if BROKEN == 2
		slot[me] != 0 -> slot[other] = generation;
#else
		good(me) -> slot[other] = slot[me];
#endif
		slotRound[other] = slotRound[me] }
	/* DELETE */
	:: atomic { current == me && slot[me] != 0 -> slot[me] = 0; slotRound[me] = 0 }
	/* preempted, or done */
	:: atomic { current == me -> switchTo(OWNER) }
	:: atomic { current == me -> switchTo(other) }
	fi
}

active proctype Owner() {
end:	do
	/* INSTALL under the grant: what it shares is of this round */
	:: atomic { current == OWNER && slot[USER] == 0 -> slot[USER] = generation; slotRound[USER] = round }
	/* REVOKE: one entry */
	:: atomic { current == OWNER && round <= ROUNDS ->
		generation++;
#if BROKEN != 1
		epoch++;
#endif
		round++ }
	:: atomic { current == OWNER -> switchTo(USER) }
	:: atomic { current == OWNER -> switchTo(FRIEND) }
	od
}

active proctype User() {
end:	do
	:: act(USER, FRIEND)
	od
}

active proctype Friend() {
end:	do
	:: act(FRIEND, USER)
	od
}
