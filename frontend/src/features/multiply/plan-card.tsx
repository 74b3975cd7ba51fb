import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "~/components/checkbox";
import { DateTimePicker } from "~/components/date-time-picker";
import { TextArea } from "~/components/field";
import { NetworkMark } from "~/components/network-mark";
import { Tag } from "~/components/tag";
import { useFormat } from "~/lib/use-format";
import { type Channel, type How, type Plan, type Reminder, timeOf, withText, withTime } from "./model";
import styles from "./multiply.module.css";
import { useReminderWords } from "./use-reminder-words";

interface Props {
  plan: Plan;
  how: How;
  channels: readonly Channel[];
  onChange: (plan: Plan) => void;
}

/** One post that will be made: taken or left out, its texts and its time to change. */
export function PlanCard({ plan, how, channels, onChange }: Props) {
  const { t } = useLingui();
  const { locale } = useFormat();
  const reminderWords = useReminderWords();
  const names = new Intl.DisplayNames([locale], { type: "language" });
  const name = {
    channel: () => channels.find(({ id }) => id === plan.label)?.name ?? t`Channel`,
    language: () => names.of(plan.label) ?? plan.label,
    quote: () => t`Piece ${plan.label}`,
    reminder: () => reminderWords[plan.label as Reminder] ?? plan.label,
  }[how]();
  return (
    <div className={styles.plan}>
      <div className={styles.head}>
        <Checkbox label={name} checked={plan.isTaken} onChange={() => onChange({ ...plan, isTaken: !plan.isTaken })} />
        <span className={styles.places}>
          {plan.placements.map(({ channel: id }) => {
            const channel = channels.find((each) => each.id === id);
            return channel && <NetworkMark key={id} network={channel.network} />;
          })}
        </span>
        {plan.notes.includes("moved-on") && <Tag icon="clock">{t`moved on: same text within 24 hours`}</Tag>}
        {plan.notes.includes("past") && (
          <Tag tone="warn" icon="warning">
            {t`that time has passed`}
          </Tag>
        )}
      </div>
      {plan.isTaken && (
        <>
          {plan.versions.map(({ language, segments }) => (
            <TextArea
              key={language}
              label={t`Text, ${names.of(language) ?? language}`}
              labelHidden={plan.versions.length === 1}
              dir="auto"
              rows={3}
              value={segments[0] ?? ""}
              onChange={(event) => onChange(withText(plan, language, event.target.value))}
            />
          ))}
          {plan.placements.length > 0 && (
            <DateTimePicker value={timeOf(plan)} onChange={(at) => onChange(withTime(plan, at))} />
          )}
        </>
      )}
    </div>
  );
}
