#!/usr/bin/env bash
# Publish one text with amqp-tools.
#
#   TTS_BROKER_PRODUCER=amqp://... publish.sh ID TEXT [SUFFIX]
#
# At most once: amqp-publish does not wait for the broker's confirm, so a job sent while the broker goes down is lost
# without a word. Good for trying things out; use confirms (publish.py) for jobs that matter.
set -euo pipefail
id=$1 text=$2 suffix=${3:-none}

escape() { # a JSON string's inside: backslash, quote, and no control characters
  printf '%s' "$1" | tr -d '\000-\037' | sed 's/\\/\\\\/g; s/"/\\"/g'
}

# amqp-publish takes the vhost from the URI's path as it stands, and a persistent message with -p.
amqp-publish --url="$TTS_BROKER_PRODUCER" -e tts.jobs -r speak -p -C application/json -t "$suffix" \
  -b "{\"id\":\"$(escape "$id")\",\"text\":\"$(escape "$text")\"}"
