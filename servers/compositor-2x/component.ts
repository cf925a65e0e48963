/** The program of servers/compositor. */
export * from '../compositor/component.ts';
