#!/usr/bin/env python3
"""Collect results in a durable queue of our own (pika 1.2 or later).

    TTS_BROKER_PRODUCER=amqp://... collect.py SUFFIX COUNT

Prints one result a line, COUNT different ids at most. The queue tts.reply.SUFFIX survives a restart of this program
and of the broker; it is removed when unused for a week.
"""
import json
import os
import sys

import pika


def main(suffix, count):
    connection = pika.BlockingConnection(pika.URLParameters(os.environ["TTS_BROKER_PRODUCER"]))
    channel = connection.channel()
    queue = "tts.reply." + suffix
    channel.queue_declare(queue, durable=True, arguments={"x-queue-type": "quorum"})
    channel.queue_bind(queue, "tts.results", "*." + suffix)
    channel.basic_qos(prefetch_count=100)
    print("listening", file=sys.stderr, flush=True)

    answered = {}  # id -> status: the first done wins and replaces an earlier failed; what else repeats is dropped
    for method, _, body in channel.consume(queue):
        result = json.loads(body)
        before = answered.get(result["id"])
        if before is None or (before == "failed" and result["status"] == "done"):
            answered[result["id"]] = result["status"]
            print(json.dumps(result, ensure_ascii=False), flush=True)
        channel.basic_ack(method.delivery_tag)
        if len(answered) >= int(count):
            break
    channel.cancel()
    connection.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
