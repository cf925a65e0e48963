/** The accessibility port: whole messages out, requests in. Nothing here waits: what cannot be sent now is sent with the next change. */
import { STREAM_BYTES, Stream } from '../../interfaces/port/stream.ts';
import { Memory3 } from '../../sdk/region/memory3.ts';

export const port = changetype<Stream<Memory3>>(memory.data(STREAM_BYTES, 8));
