#!/usr/bin/env python3
"""Publish texts as jobs, each confirmed by the broker (pika 1.2 or later).

    TTS_BROKER_PRODUCER=amqp://... publish.py SUFFIX < texts.txt

One text a line. Prints the id of each job the broker has confirmed. The results go to whoever
bound the suffix: start collect.py with the same suffix first.
"""
import json
import os
import sys
import time
import uuid

import pika


def main(suffix):
    connection = pika.BlockingConnection(pika.URLParameters(os.environ["TTS_BROKER_PRODUCER"]))
    channel = connection.channel()
    channel.confirm_delivery()  # from here on basic_publish waits for the broker's confirm
    for line in sys.stdin:
        text = line.strip()
        if not text:
            continue
        job = {"id": uuid.uuid4().hex, "text": text}
        properties = pika.BasicProperties(
            content_type="application/json",
            delivery_mode=2,
            message_id=job["id"],
            reply_to=suffix,
            type="tts.job.v1",
            headers={"x-sent-at": int(time.time() * 1000)},
        )
        try:
            channel.basic_publish("tts.jobs", "speak", json.dumps(job), properties, mandatory=True)
        except pika.exceptions.NackError:
            sys.exit("busy: the queue is full; try again later")
        except pika.exceptions.UnroutableError:
            sys.exit("tts.jobs has no queue: the broker is not provisioned")
        print(job["id"], flush=True)
    connection.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
