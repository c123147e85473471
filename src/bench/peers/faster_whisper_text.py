"""faster-whisper, greedy, int8, with its voice detector: faster_whisper_text.py MODEL SOUND=OUT.json ..."""
import json
import sys

from faster_whisper import WhisperModel

model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8", cpu_threads=2)
for pair in sys.argv[2:]:
    sound, out = pair.split("=", 1)
    segments, _ = model.transcribe(sound, beam_size=1, vad_filter=True, language="en")
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"words": [{"text": segment.text.strip()} for segment in segments]}, file)
