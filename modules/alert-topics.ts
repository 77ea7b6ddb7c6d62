/** SNS topics that get alerts, as inputs have them. */
import { bool, type Expr, each, fn, lte, type MapExpr, object, optional, string } from "tfwright";
import { queueArn } from "./arns";
import { shapeOf } from "./rules";

/** A topic, as an element of an input. */
export const topic = (input: string) =>
  object({
    arn: string({
      description: "ARN of the topic, in the region of the rules",
      validate: [
        shapeOf(
          "^arn:[^:]+:sns:[^:]+:[0-9]{12}:[A-Za-z0-9_-]+$",
          `arn of ${input} takes the ARN of an SNS topic: "arn:aws:sns:REGION:ACCOUNT:NAME". FIFO topics are not possible.`,
        ),
      ],
    }),
    raw: optional(
      bool({
        description:
          "Whether the topic gets the event as JSON and not as a sentence. Amazon Q Developer in chat applications (AWS Chatbot) needs that",
      }),
      false,
    ),
    dead_letter_queue_arn: optional(
      string({
        description: "ARN of the SQS queue for events that did not reach the topic",
        validate: [queueArn(`dead_letter_queue_arn of ${input}`)],
      }),
    ),
  });

/** The rule of the keys of such topics: they are the IDs of EventBridge targets. */
export const topicKeys = (input: string) => ({
  condition: (topics: MapExpr<Expr<unknown>>) =>
    fn.alltrue(each(fn.keys(topics), (key) => fn.can(fn.regex("^[A-Za-z0-9._-]{1,64}$", key)))),
  message: `The keys of ${input} must have 1 to 64 characters: letters, digits, dots, hyphens and underscores, because they are the IDs of the targets.`,
});

/**
 * How many topics there can be: each is a target of each rule.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html
 */
export const fiveTopics = (input: string) => ({
  condition: (topics: MapExpr<Expr<unknown>>) => lte(fn.length(topics), 5),
  message: `${input} can have at most 5 topics, because an EventBridge rule has at most 5 targets. Give one topic, and subscribe the others to it.`,
});
