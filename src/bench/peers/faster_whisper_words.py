"""Words with times as faster-whisper gives them, in the form of `colloquy transcribe --format json`.

faster_whisper_words.py MODEL OUT.json WAV [OUT.json WAV ...]   int8, greedy, its own voice detector, English
"""

import json
import sys

from faster_whisper import WhisperModel

model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8", cpu_threads=2)
for out, wav in zip(sys.argv[2::2], sys.argv[3::2]):
    segments, _ = model.transcribe(wav, language="en", beam_size=1, vad_filter=True, word_timestamps=True)
    words = [{"text": word.word.strip(), "start": float(word.start), "end": float(word.end)} for segment in segments for word in segment.words]
    with open(out, "w") as file:
        json.dump({"words": words}, file)
