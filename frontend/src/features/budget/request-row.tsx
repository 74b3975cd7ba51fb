import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { api } from "~/api/client";
import { useMay, useMe, useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { CampaignMark } from "~/components/campaign-mark";
import { Fact, Facts } from "~/components/facts";
import { Icon, type IconName } from "~/components/icon";
import { Money } from "~/components/money";
import { Tag } from "~/components/tag";
import { toast, toastProblem } from "~/components/toast";
import { When } from "~/components/when";
import { useFormat } from "~/lib/use-format";
import { useOthers } from "~/lib/use-others";
import { AskDialog } from "./ask-dialog";
import { ExpenseDialog } from "./expense-dialog";
import { ForPost } from "./for-post";
import { costOf, isUndecided, type Period, type Request } from "./model";
import { useMedia, useMoneyAgain } from "./queries";
import { RequestDocuments } from "./request-documents";
import styles from "./rows.module.css";

const states = {
  open: { word: msg`Waits for a decision`, icon: "clock", tone: "warn" },
  approved: { word: msg`Approved`, icon: "check", tone: "ok" },
  changes_asked: { word: msg`Changes asked`, icon: "comment", tone: "warn" },
  rejected: { word: msg`Rejected`, icon: "refused", tone: "bad" },
  expired: { word: msg`Expired`, icon: "missed", tone: "plain" },
  withdrawn: { word: msg`Taken back`, icon: "undo", tone: "plain" },
} as const satisfies Record<Request["state"], { word: unknown; icon: IconName; tone: string }>;

interface Props {
  request: Request;
  period: Period;
  isOpen: boolean;
  onToggle: () => void;
}

/** One request; opened, with its reason, what was said about it, and what can be done. */
export function RequestRow({ request, period, isOpen, onToggle }: Props) {
  const { t } = useLingui();
  const { recovers_vat: recovers } = useOrganisation();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  const { word, icon, tone } = states[request.state];
  return (
    <li ref={row} className={styles.item}>
      <button type="button" className={styles.row} aria-expanded={isOpen} onClick={onToggle}>
        <Icon name={isOpen ? "up" : "down"} className={styles.arrow} />
        <span className={styles.main}>
          <span className={styles.title}>{request.title}</span>
          <span className={styles.small}>
            {request.asked_by_name} · <When at={request.asked_at} show="date" /> · {request.line_name}
          </span>
        </span>
        <span className={styles.end}>
          <strong>
            <Money cents={costOf(request, recovers)} currency={request.currency} />
          </strong>
          <Tag tone={tone} icon={icon}>
            {t(word)}
          </Tag>
        </span>
      </button>
      {isOpen && <Opened request={request} period={period} />}
    </li>
  );
}

function Opened({ request, period }: { request: Request; period: Period }) {
  const { t } = useLingui();
  const format = useFormat();
  const may = useMay();
  const me = useMe();
  const mayTie = may("keep_money") || (may("ask_money") && request.asked_by === me.id);
  const others = useOthers();
  const platform = useMedia()
    .get(request.medium)
    ?.platforms.find(({ code }) => code === request.platform);
  return (
    <div className={styles.opened}>
      {request.said_comment && (
        <blockquote className={styles.said}>
          <strong>{request.said_by}</strong>
          <span>{request.said_comment}</span>
        </blockquote>
      )}
      <div className={styles.facts}>
        <Facts>
          {request.reason && (
            <Fact name={t`Why`} wide>
              <span className={styles.reason}>{request.reason}</span>
            </Fact>
          )}
          <Fact name={t`Without VAT`}>
            <Money cents={request.net_cents} currency={request.currency} />
          </Fact>
          <Fact name={t`With VAT`}>
            <Money cents={request.net_cents + request.vat_cents} currency={request.currency} />
          </Fact>
          <Fact name={t`Supplier`}>{request.supplier || "–"}</Fact>
          {platform && <Fact name={t`Where the reach is bought`}>{platform.label}</Fact>}
          {request.needed_on && <Fact name={t`Needed on`}>{format.date(request.needed_on, "short")}</Fact>}
          {request.payer !== "own" && (
            <Fact name={t`Who pays`}>
              {others.payers[request.payer]} {request.payer_name}
            </Fact>
          )}
          {request.beneficiary !== "own" && (
            <Fact name={t`For whom`}>
              {others.beneficiaries[request.beneficiary]} {request.beneficiary_name}
            </Fact>
          )}
          {request.campaign && (
            <Fact name={t`Campaign`}>
              <span className={styles.campaign}>
                <CampaignMark colour={request.campaign.colour} />
                {request.campaign.name}
              </span>
            </Fact>
          )}
        </Facts>
      </div>
      <RequestDocuments request={request} />
      {mayTie && <ForPost request={request} />}
      <RequestActs request={request} period={period} />
    </div>
  );
}

function RequestActs({ request, period }: { request: Request; period: Period }) {
  const { t } = useLingui();
  const may = useMay();
  const me = useMe();
  const { slug } = useOrganisation();
  const again = useMoneyAgain();
  const [open, setOpen] = useState<"change" | "book">();
  const close = () => setOpen(undefined);
  const withdraw = useMutation(
    api.mutationOptions("post", "/api/requests/{id}/withdraw/", {
      onSuccess: () => {
        toast(t`The request is taken back.`);
        again();
      },
      onError: toastProblem,
    }),
  );
  const isMine = request.asked_by === me.id;
  const mayChange = isUndecided(request) && may("ask_money") && (isMine || may("keep_money"));
  const mayDecide = request.state === "open" && may("decide_money") && !isMine;
  const mayBook = request.state === "approved" && may("keep_money");
  if (!mayChange && !mayDecide && !mayBook) return null;
  return (
    <div className={styles.acts}>
      {mayDecide && (
        <Link to={`/${slug}/decisions?kind=money` as string} className={buttonClass("primary")}>
          <Trans>Go to the decision</Trans>
        </Link>
      )}
      {mayBook && <Button icon="euro" onClick={() => setOpen("book")}>{t`Book the expense`}</Button>}
      {mayChange && (
        <>
          <Button icon="pen" onClick={() => setOpen("change")}>{t`Change`}</Button>
          <Button
            icon="undo"
            look="quiet"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate({ params: { path: { id: request.id } } })}
          >{t`Take back`}</Button>
        </>
      )}
      <AskDialog
        period={period}
        request={request}
        isOpen={open === "change"}
        onClose={close}
        onAsked={() => undefined}
      />
      <ExpenseDialog period={period} start={{ request }} isOpen={open === "book"} onClose={close} />
    </div>
  );
}
