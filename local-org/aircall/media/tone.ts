/** Sounds made on the spot: nobody's voice, no files. */
const RATE = 8000;
const MAXIMUM_SECONDS = 120;

/** Frequencies of a soft chord, one per half second, in Hz. */
const MELODY = [392, 494, 587, 494];

/** A WAV file (8 kHz, 8 bit, one channel) of so many seconds, at most two minutes. */
export function toneFile(seconds: number): Buffer {
  const count = Math.round(RATE * Math.min(MAXIMUM_SECONDS, Math.max(0.5, seconds)));
  const file = Buffer.alloc(44 + count);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(36 + count, 4);
  file.write("WAVEfmt ", 8, "latin1");
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write("data", 36, "latin1");
  file.writeUInt32LE(count, 40);
  for (let index = 0; index < count; index++) {
    const time = index / RATE;
    const part = time % 0.5;
    const note = MELODY[Math.floor(time / 0.5) % MELODY.length] ?? 392;
    const envelope = Math.min(1, part * 20) * Math.exp(-part * 5);
    file[44 + index] = Math.round(128 + 50 * envelope * Math.sin(2 * Math.PI * note * time));
  }
  return file;
}
