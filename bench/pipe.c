/* Two processes hand one byte back and forth through two pipes. Prints nanoseconds of a round trip. Run it on one core. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUND_TRIPS = 20000 };

static void echo(int from, int to) {
	char byte;
	while (read(from, &byte, 1) == 1)
		if (write(to, &byte, 1) != 1) exit(1);
	exit(0);
}

int main(void) {
	int there[2], back[2];
	char byte = 0;
	if (pipe(there) || pipe(back)) return 1;
	if (fork() == 0) {
		close(there[1]);
		echo(there[0], back[1]);
	}
	struct timespec start, end;
	clock_gettime(CLOCK_MONOTONIC, &start);
	for (int i = 0; i < ROUND_TRIPS; i++)
		if (write(there[1], &byte, 1) != 1 || read(back[0], &byte, 1) != 1) return 1;
	clock_gettime(CLOCK_MONOTONIC, &end);
	close(there[1]);
	wait(NULL);
	printf("%.1f\n", ((end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec)) / ROUND_TRIPS);
	return 0;
}
