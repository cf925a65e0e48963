/*
 * Calls, faults and restarts: what a client, a server and a supervisor see of kernel/gate.ts (call, reply), kernel/activation.ts
 * (faultCurrent, endActivation, endCall) and kernel/process.ts (PROCESS_RESTART). Every interleaving of their steps; each step is one
 * kernel entry, so atomic. The client makes CALLS calls; the server may fault at any time while it serves, FAULTS times, and the supervisor may stop it at any time, STOPS times.
 *
 * Checked: the client always resumes, from every call (LTL `resumes`, under weak fairness, and no invalid end state); a reply is for the call that waits
 * (assertion); who waits gets a result exactly once; a server that was restarted begins with `init` and sees nothing of a call from before
 * (assertion); every fault is told to the supervisor, and the server runs again after it (LTL `recovers`).
 *
 *   spin -a call.pml && cc -O2 -o pan pan.c && ./pan -a -f -N resumes     no errors; likewise -N recovers
 *   spin -DBROKEN=1 -a call.pml ...   a fault does not end the call that is served: the client waits for ever
 *   spin -DBROKEN=2 -a call.pml ...   a restart does not clear the call: the new server serves what the old one was asked
 *   spin -DBROKEN=3 -a call.pml ...   the handler is told before the fault is recorded, and looks too early: nobody restarts the server
 */

#ifndef BROKEN
#define BROKEN 0
#endif
#define CALLS 3
#define FAULTS 2
#define STOPS 2
#define NOBODY 0
#define CLIENT 1

mtype = { stopped, idle, initialising, serving, faulted };
mtype = { none, ok, serverFault, serverGone };

/* Rows of the kernel: PROCESS_CALLEE of the client, PROCESS_CALLER and the state of the server, the result that waits. */
bool waits;
byte caller;
mtype server = idle;
mtype result = none;
/* PROCESS_FAULTS of the supervisor. */
bit faultBit;
byte faults, stops;

/* What only the model knows: number of the call that is made, that the server was given; lives of the server. */
byte call, given, life, givenIn;
bool done;

/* endCall: the client will resume with a result. */
inline endCall(value) {
	if
	:: waits ->
		assert(result == none);
		waits = false;
		result = value
	:: else
	fi
}

active proctype Client() {
	do
	:: call < CALLS ->
		/* callSlow: admitted only when the server is started and idle, its init not due. */
		atomic {
			call++;
			if
			:: server == idle ->
				waits = true;
				caller = CLIENT;
				given = call;
				givenIn = life;
				server = serving
			:: else -> result = serverGone
			fi
		};
		/* resume: ENTER_RESULT, or directly by reply */
		atomic { !waits && result != none -> result = none }
	:: else -> break
	od;
	done = true
}

active proctype Server() {
end:	do
	:: atomic { server == initialising ->
		/* init: of a restarted server; nothing of an earlier life is left */
		assert(BROKEN == 2 || caller == NOBODY);
		server = (caller == NOBODY -> idle : serving) }
	:: atomic { server == serving ->
		/* `protected`: what it was given is the call that waits, made in this life */
		assert(waits && given == call);
		assert(givenIn == life);
		/* reply */
		caller = NOBODY;
		server = idle;
		endCall(ok) }
	:: atomic { server == serving && faults < FAULTS ->
		/* faultCurrent: state, activation, caller, handler, in one entry */
		faults++;
#if BROKEN == 3
		faultBit = 1
	  };
	  atomic { skip;
#endif
		server = faulted;
#if BROKEN == 2
		/* the caller is told, but the row is left as it was */
		endCall(serverFault);
#else
		caller = NOBODY;
#if BROKEN != 1
		endCall(serverFault);
#endif
#endif
#if BROKEN != 3
		faultBit = 1
#endif
	  }
	od
}

/* PROCESS_RESTART: only of a process that does not run */
inline restart() {
	atomic {
		if
		:: server == faulted || server == stopped ->
			life++;
			server = initialising
		:: else
		fi
	}
}

active proctype Supervisor() {
end:	do
	:: atomic { faultBit == 1 -> faultBit = 0 };
		restart()
	:: atomic { stops < STOPS && (server == idle || server == serving) ->
		/* PROCESS_STOP: endActivation with SERVER_GONE */
		stops++;
		caller = NOBODY;
		server = stopped;
		endCall(serverGone) };
		restart()
	od
}

ltl resumes { [] (waits -> <> !waits) && <> done }
ltl recovers { [] (server == faulted || server == stopped -> <> (server == idle || server == serving)) }
