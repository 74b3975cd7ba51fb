import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Dialog } from "~/components/dialog";
import { TextArea } from "~/components/field";
import { Note } from "~/components/note";
import { Segmented } from "~/components/segmented";
import { When } from "~/components/when";
import { newKey } from "~/lib/new-key";
import { useFormat } from "~/lib/use-format";
import { ChannelChoice } from "./channel-choice";
import { CorrectedTexts } from "./corrected-texts";
import { type Choice, canBy, firstChoice, isUnderWay, type Kind, type Online } from "./model";
import { placeOf } from "./place";
import styles from "./take-back.module.css";

interface Props {
  online: Online;
  onClose: () => void;
  onAsked: (id: string) => void;
}

const touched = ["/api/takebacks/", "/api/posts/", "/api/calendar/", "/api/cadence/", "/api/deliveries/"];

/** What shall become of it, on which channels, why; the button says what pressing it does. */
export function AskForm({ online, onClose, onAsked }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<Kind>(online.may_take_down ? "down" : "correct");
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [reason, setReason] = useState("");
  const [stopRest, setStopRest] = useState(true);
  const key = useRef(newKey());

  const choiceOf = (delivery: string): Choice => {
    const channel = online.channels.find((each) => each.delivery === delivery);
    return choices[`${kind}/${delivery}`] ?? (channel ? firstChoice(kind, channel) : { isChosen: false, assigned: "" });
  };
  const chosen = online.channels.filter((channel) => !isUnderWay(kind, channel) && choiceOf(channel.delivery).isChosen);
  const ask = useMutation(
    api.mutationOptions("post", "/api/takebacks/", {
      onSuccess: ({ id }) => onAsked(id),
      onError: () => {
        key.current = newKey();
      },
      onSettled: () => api.refresh(queryClient, ...touched),
    }),
  );
  const send = () =>
    ask.mutate({
      params: { header: { "Idempotency-Key": key.current } },
      body: {
        post: online.post,
        kind,
        reason: reason.trim(),
        stop_rest: kind === "down" && stopRest && online.rest.length > 0,
        channels: chosen.map((channel) => ({
          delivery: channel.delivery,
          text: kind === "correct" ? (texts[channel.text] ?? channel.text) : "",
          assigned: choiceOf(channel.delivery).assigned,
        })),
      },
    });

  const count = chosen.length;
  const isChanged = kind === "down" || chosen.some(({ text }) => (texts[text] ?? text).trim() !== text.trim());
  const needsYes = kind === "correct" && online.needs_yes;
  const people = new Map(online.people.map(({ id, name }) => [id, name]));
  const atOnce = chosen.filter((channel) => canBy(kind, channel));
  const byHand = chosen.filter((channel) => !canBy(kind, channel));
  const nothing = online.channels.length === 0 || !(online.may_take_down || online.may_correct);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Take the post back`}
      role="alertdialog"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Leave it as it is`}</Button>
          {!nothing && (
            <Button
              look={kind === "down" ? "danger" : "primary"}
              busy={ask.isPending}
              disabled={count === 0 || !reason.trim() || !isChanged}
              onClick={send}
            >
              {kind === "down" ? (
                <Plural value={count} one="Take down on # channel" other="Take down on # channels" />
              ) : needsYes ? (
                <Plural value={count} one="Ask to correct on # channel" other="Ask to correct on # channels" />
              ) : (
                <Plural value={count} one="Correct on # channel" other="Correct on # channels" />
              )}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.what}>{online.first_line || t`No text yet`}</p>
        {nothing ? (
          <Note>
            {online.channels.length === 0
              ? t`Nothing of this post is online any more.`
              : t`Your role does not include taking posts back. Ask a planner or an approver.`}
          </Note>
        ) : (
          <>
            {online.may_take_down && online.may_correct && (
              <Segmented
                wide
                label={t`What shall become of it`}
                value={kind}
                onChange={setKind}
                options={[
                  { value: "down", label: t`Take it down` },
                  { value: "correct", label: t`Correct the text` },
                ]}
              />
            )}
            <ul className={styles.channels} aria-label={t`Where it is online`}>
              {online.channels.map((channel) => (
                <ChannelChoice
                  key={channel.delivery}
                  kind={kind}
                  channel={channel}
                  people={online.people}
                  choice={choiceOf(channel.delivery)}
                  onChange={(next) => setChoices({ ...choices, [`${kind}/${channel.delivery}`]: next })}
                />
              ))}
            </ul>
            {kind === "correct" && (
              <CorrectedTexts
                channels={chosen}
                texts={texts}
                onText={(was, now) => setTexts({ ...texts, [was]: now })}
              />
            )}
            {kind === "down" && online.rest.length > 0 && (
              <Checkbox
                checked={stopRest}
                onChange={(event) => setStopRest(event.target.checked)}
                label={t`Also stop what has not gone out yet`}
                hint={online.rest.map(({ channel_name, planned_at }) => (
                  <span key={channel_name + planned_at} className={styles.rest}>
                    {channel_name} · <When at={planned_at} />
                  </span>
                ))}
              />
            )}
            <TextArea
              label={t`Why`}
              hint={t`The author, those who approved it and the administrators read this.`}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            {count > 0 && (
              <Note tone={needsYes || byHand.length > 0 ? "attention" : "plain"}>
                {needsYes && (
                  <p>
                    <Trans>
                      The post was approved as it is, so somebody who may decide posts has to say yes to the new text
                      first. They are told at once.
                    </Trans>
                  </p>
                )}
                {atOnce.length > 0 && (
                  <p>
                    {kind === "down"
                      ? t`Carillon takes it down at once: ${format.list(atOnce.map(placeOf))}.`
                      : needsYes
                        ? t`Carillon corrects it after the yes: ${format.list(atOnce.map(placeOf))}. Link and pictures stay.`
                        : t`Carillon corrects it at once: ${format.list(atOnce.map(placeOf))}. Link and pictures stay.`}
                  </p>
                )}
                {byHand.map((channel) => (
                  <p key={channel.delivery}>
                    {t`By hand: ${placeOf(channel)}. ${people.get(choiceOf(channel.delivery).assigned) ?? ""} gets the link by e-mail.`}
                  </p>
                ))}
              </Note>
            )}
            {ask.error && (
              <Note tone="broken" icon="warning" isUrgent>
                {ask.error.fields.text?.[0] ?? ask.error.message}
              </Note>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
