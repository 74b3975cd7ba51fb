"""Every code that people may meet, as a sentence: what happened, what it means, what to do.

Sentences are looked up in the reader's language when they are shown, never when they are stored.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from accounts.saying import money

WORDS: dict[str, str | tuple[str, ...]] = {
    # ── any request ──
    "not-valid": _("Some fields need another look."),
    "not-found": _("This is not here (any more), or it belongs to an organisation you are not a member of."),
    "not-understood": _("Carillon could not read this request. Please reload the page and try again."),
    "sign-in-needed": _("Please sign in first."),
    "not-allowed": _("Your role does not include this. Ask an administrator of your organisation."),
    "too-many-tries": _("Too many tries. Please wait a moment ({seconds} s)."),
    # the demo's experiment
    "sandbox-away": _("The sandbox does not answer. It starts together with Carillon: make run."),
    "break-it-real-network": _("A real network is connected here, so nothing is broken on purpose."),
    "break-it-no-worker": _("The worker is just starting again. Try once more in a moment."),
    "break-it-enough": _("Enough posts wait for their second. Watch these first."),
    "break-it-not-begun": _("Start the experiment first."),
    "break-it-not-our-broker": _("The broker here is not the demo’s own, so it is left alone."),
    "break-it-broker-away": _("The broker does not answer just now. Posts go out all the same."),
    "break-it-nothing-to-revoke": _("Both Facebook pages have lost their sign-in already. Sign in again first."),
    "break-it-too-fast": _("One blow at a time: wait a second."),
    "edited-meanwhile": _("Somebody else changed this while you were writing. Both versions are shown: nothing is lost."),
    "key-used-otherwise": _("This request repeats an earlier one with other content. Please reload the page."),
    "still-at-work": _("The same request is still being worked on. Please wait a moment."),
    # ── people and organisations ──
    "organisations-closed": _("New organisations cannot be made here. Ask an administrator for an invitation to theirs."),
    "name-too-common": _("Too many organisations have this name. Please choose a longer one."),
    "already-member": _("This person is a member already. Change their roles instead."),
    "last-admin": _("An organisation needs an administrator. Make somebody else administrator first."),
    "invitation-gone": _("This invitation was used, taken back or is too old. Ask the person who invited you for a new one."),
    "invitation-for-other": _("This invitation was sent to {email}. Sign in with that address to accept it."),
    "account-exists": _("This address has an account already. Sign in, then open the invitation again."),
    "token-makes-no-token": _("A token cannot make another token. Sign in with your password to make one."),
    "device-not-fit": _("This browser gave an address or keys that cannot be used for notices. Nothing has changed."),
    "device-gone": _("This device takes no notices any more, so it was taken off the list. Turn notices on again there."),
    "device-not-reached": _("The device's push service did not answer properly. Please try again in a few minutes."),
    # ── channels ──
    "network-unknown": _("Carillon cannot connect to this network."),
    "network-not-set-up": (
        _("{network} is not set up on this Carillon yet. Whoever runs it finds the steps under Channels."),
        _("This network is not set up on this Carillon yet. Whoever runs it finds the steps under Channels."),
    ),
    "channel-not-now": _("The channel has changed meanwhile. Please look at it again."),
    "connection-denied": _("Nothing was connected: the permission was not given. You can try again at any time."),
    "connection-expired": _("This connection was used already or has waited too long. Nothing has changed: please connect again."),
    "connection-unknown": _("This sign-in was not started here, or by somebody else. Nothing has changed: please connect again."),
    "connection-nothing-found": _(
        "No page or profile was found for which you may publish. Check your role there, and tick the page when the network asks which ones."
    ),
    "connection-wrong-page": _("That is another page or profile than this channel's. Choose the same one, or connect it as a new channel."),
    "connection-network-away": _("The network did not answer properly. Nothing has changed: please try again in a few minutes."),
    "connection-choose": _("Choose at least one of the pages that were found."),
    "channel-sign-in-lost": _(
        "{channel} ({network}) cannot publish: the network asks for a new sign-in. Its posts wait until the channel is connected again."
    ),
    "channel-out-of-credit": _(
        "{channel} ({network}) cannot publish: the credit at the network is used up. Its posts wait: add credit there, then resume."
    ),
    "channel-expires-soon": _(
        "{channel} ({network}) will soon stop publishing. Its sign-in ends (days left: {days}): connect it again before then."
    ),
    # ── what ends a channel's sign-in ──
    "sign-in-lost": _("The sign-in has ended. Connect the channel again."),
    "sign-in-ended": _("The network has ended the sign-in. Connect the channel again."),
    "token-refused": _("The network no longer accepts the sign-in. Connect the channel again."),
    "token-unreadable": _(
        "The stored sign-in cannot be opened: this Carillon runs with another vault key. Whoever runs it has to put the old one back."
    ),
    "permission-missing": _("A permission is missing at the network. Connect the channel again and leave every box ticked."),
    "account-blocked": _(
        "The network has blocked or restricted this account. Sign in there, do what it asks, then connect the channel again."
    ),
    "account-not-visible": _(
        "The network no longer shows this page to the person who connected it. Connect it again with another account."
    ),
    "app-removed": _("Carillon was removed from the connected apps of this account. Connect the channel again."),
    "app-not-allowed": _(
        "The network has blocked this Carillon's application. Whoever runs Carillon finds the reason on the network's pages for developers."
    ),
    "app-refused": _(
        "The network does not accept this Carillon's application: its id or secret is wrong. Whoever runs it has to correct them."
    ),
    "code-refused": _("The network refused the sign-in: it took too long, or was used twice. Nothing has changed: please connect again."),
    "sign-in-refused": _("The network refused the sign-in. Nothing has changed: please connect again."),
    "page-role-lost": _("The person who connected this page has no role there any more. Connect it again with somebody who has."),
    "page-authorisation-needed": _(
        "Facebook asks for the authorisation to publish for this page. Give it there, then connect the channel again."
    ),
    "password-changed": _("The password at the network was changed, which ends the sign-in. Connect the channel again."),
    "security-check": _("The network wants a security check. Sign in there, pass it, then connect the channel again."),
    "out-of-credit": _("The credit at the network is used up. Add some there, then resume the channel."),
    # ── what a network would refuse, said while writing ──
    "placeholder-without-value": _("“{key}” stands in the text in braces, and {channel} has no value for it."),
    "contact-unknown": _("“@{key}” stands in the text, and nobody in the address book has that name."),
    "contact-without-handle": _("{name} has no handle on {label} in the address book: the name goes out without a mention."),
    "name-in-use": _("Another one has this name already."),
    "empty": _("There is nothing to publish yet: write a text or add a picture."),
    "part-empty": _("Part {part} of the thread is empty."),
    "parts-equal": _("Two parts of the thread say the same. The network refuses a text that repeats the one before."),
    "comment-too-long": _("The first comment is too long: {over} over the limit of {max}."),
    "comment-hashtags": _("The first comment has {count} hashtags, and the network takes at most {max}."),
    "comment-links": _("The first comment has {count} links, and the network takes at most {max}."),
    "comment-capitals": _("The first comment is all in capitals, which the network refuses."),
    "comment-left-out": _("This network has no first comments: it is left out there."),
    "comment-sign-in-again": _(
        "This channel was signed in before first comments existed, or without agreeing to them: sign it in again, or leave the comment out."
    ),
    "text-too-long": (
        _("Part {part} is too long: {over} over the limit of {max}."),
        _("The text is too long: {over} over the limit of {max}."),
        _("The text is too long for this network."),
    ),
    "thread-not-possible": _("This network has no threads: it takes one text, and there are {parts}."),
    "too-many-parts": _("The thread has {parts} parts, and the network takes at most {max}."),
    "too-many-hashtags": (
        _("Part {part} has {count} hashtags, and the network takes at most {max}."),
        _("There are {count} hashtags, and the network takes at most {max}."),
    ),
    "too-many-mentions": (
        _("Part {part} mentions {count} accounts, and the network takes at most {max}."),
        _("{count} accounts are mentioned, and the network takes at most {max}."),
        _("More accounts are mentioned than the network takes."),
    ),
    "link-not-clickable": _("Links in the text cannot be clicked on this network. Say where the link is instead."),
    "link-below-fold": _("The link comes after “see more”: few readers get that far. Only the first {fold} characters show at once."),
    "picture-needed": _("This network takes no post without a picture."),
    "too-many-pictures": (
        _("There are {count} pictures, and the network takes at most {max}."),
        _("There are more pictures than the network takes."),
    ),
    "picture-type": (
        _("Picture {picture} is of a kind the network does not take ({type})."),
        _("The network does not take this kind of picture."),
    ),
    "picture-too-heavy": (
        _("Picture {picture} is too heavy: {size_mb} MB, and the network takes at most {max_mb} MB."),
        _("A picture is too heavy for the network."),
    ),
    "picture-ratio": (
        _("Picture {picture} has the shape {ratio} (width to height), and the network takes {min} to {max}. Crop it."),
        _("A picture has a shape the network does not take. Crop it."),
    ),
    "picture-too-narrow": _("Picture {picture} is {width} pixels wide, and the network wants at least {min}."),
    "picture-too-wide": _("Picture {picture} is {width} pixels wide, and the network takes at most {max}."),
    "alt-text-missing": (
        _("Picture {picture} has no description in {language} for people who cannot see it."),
        _("Picture {picture} has no description for people who cannot see it."),
    ),
    "picture-rights-over": _(
        "Picture {picture} may be shown until {date} only, and this goes out later. Choose another picture or an earlier day."
    ),
    "alt-text-too-long": _("The description of picture {picture} is too long: {over} over the limit of {max}."),
    # ── what a network refused ──
    "duplicate": _("The network says that this post is there already. Look there first; to send it once more, change a few words."),
    "content-refused": _("The network refused the content. Its rules tell why; change the post and try again."),
    "spam-suspected": _("The network took this for spam. Wait a while, change the text, and look at the account before trying again."),
    "invalid-parameter": _("The network refused a part of this post. Look at the text, the link and the pictures again."),
    "not-permitted": _("The network does not allow this account to publish this. Check there what the account may do."),
    "not-there-any-more": _("The network no longer knows what this refers to: it was deleted, or this account may not see it."),
    "first-comment-refused": (
        _("The post is online; its first comment is not. {why}"),
        _("The post is online; its first comment is not."),
    ),
    "comment-permission-missing": _("The sign-in does not allow comments: sign the channel in again and agree to comments."),
    "reply-refused": _("The network did not take the next part of the thread: the part before it can no longer be answered."),
    "picture-refused": _("The network could not use a picture. Replace it, or save it anew and upload it again."),
    "picture-swapped": _("The file of a picture is no longer the one that was approved, so it was not sent. Upload the picture again."),
    "picture-not-reachable": _("The network could not fetch a picture: it has to reach this Carillon from outside."),
    "link-not-reachable": _("The network could not open the link. Check that it works without signing in."),
    "link-refused": _("The network does not take this link. Use another one, or leave it out."),
    "address-not-allowed": _(
        "The network pointed to an address that is not its own, so Carillon went no further. Please tell whoever runs it."
    ),
    # ── what may pass by itself, or needs a look ──
    "cannot-connect": _("The network could not be reached. Nothing was sent; Carillon tries again."),
    "name-not-found": _("The network's address was not found: this Carillon may be offline. Nothing was sent; it tries again."),
    "certificate-refused": _(
        "The network could not prove that it is the network (its certificate is not right), so nothing was sent. Carillon tries again."
    ),
    "deadline-missed": _("Carillon was too slow to send in time and held back, so that nothing goes out twice. It tries again."),
    "leave-withdrawn": _("Carillon was asked to stop just before sending. Nothing was sent; it tries again."),
    "picture-fetch-timed-out": _("The network took too long to fetch a picture. Carillon tries again."),
    "still-preparing": _("The network is still preparing the pictures. Carillon asks again."),
    "container-gone": _("The network let the prepared post expire. Carillon prepares it again."),
    "not-listed-yet": _("The network does not show the post yet. Carillon looks again."),
    "too-early": _("It is too early to ask the network. Carillon tries again later."),
    "too-many-calls": _("The network wants fewer calls for now. Carillon waits as long as it asks."),
    "too-fast": _("The network finds the posts come too fast. Carillon waits."),
    "daily-quota": _("The network takes no more posts from this account today. Carillon tries again as soon as it may."),
    "no-answer-in-time": _("The network did not answer in time, so the post may be online. Carillon looks before anything is sent again."),
    "connection-lost": _(
        "The connection broke off while sending, so the post may be online. Carillon looks before anything is sent again."
    ),
    "network-failed": _("Something failed at the network, so the post may be online. Carillon looks before anything is sent again."),
    "unexpected-answer": _(
        "The network's answer was not the expected one, so the post may be online. Carillon looks before anything is sent again."
    ),
    "unreadable-answer": _(
        "The network's answer could not be read, so the post may be online. Carillon looks before anything is sent again."
    ),
    "undocumented-answer": _("The network answered with a fault it does not explain. Carillon looks before anything is sent again."),
    # ── how an operator sets a network up ──
    "meta-create-app": _(
        "At developers.facebook.com, create an app of the type “Business”, owned by your organisation's business portfolio."
    ),
    "meta-add-page-use-case": _(
        "Add the use case “Manage everything on your Page”, with the permissions pages_show_list, pages_read_engagement, "
        "pages_manage_posts and pages_manage_engagement."
    ),
    "meta-add-instagram-login": _(
        "Add the product Instagram and choose “API setup with Instagram login”, with instagram_business_basic, "
        "instagram_business_content_publish and instagram_business_manage_comments."
    ),
    "meta-set-redirect-url": _("In the settings of the login, add this as a valid OAuth redirect URI, to the letter: {url}"),
    "meta-copy-app-id-and-secret": _(
        "Copy the app id and the app secret into the environment as NETWORK_{slug}_ID and NETWORK_{slug}_SECRET, and restart Carillon."
    ),
    "meta-copy-instagram-id-and-secret": _(
        "Copy the Instagram app id and secret (not the Facebook ones) into the environment as NETWORK_{slug}_ID and NETWORK_{slug}_SECRET, "
        "and restart Carillon."
    ),
    "instagram-professional-account": _(
        "The Instagram account has to be a professional one: in the Instagram app, Settings, Account type."
    ),
    "site-reachable-for-pictures": _("Instagram fetches pictures from this Carillon: it has to be reachable from the internet over https."),
    "meta-add-testers-or-pass-review": _(
        "Until Meta has reviewed the app, only people with a role in it can connect: add them as testers, or ask for the review."
    ),
    "x-create-app": _("At developer.x.com, create a project with an app for your organisation."),
    "x-set-oauth2-confidential": _(
        "In the app's user authentication settings, choose OAuth 2.0, read and write, and “Web app” (a confidential client)."
    ),
    "x-set-redirect-url": _("Add this as a callback URI, to the letter: {url}"),
    "x-copy-client-id-and-secret": _(
        "Copy the OAuth 2.0 client id and secret into the environment as NETWORK_{slug}_ID and NETWORK_{slug}_SECRET, and restart Carillon."
    ),
    "x-add-credit": _("X charges for every post, more for one with a link: add credit and set a spending limit in the developer console."),
    # ── a post and its plan ──
    "not-ready": _("This cannot go out yet. What is missing is listed below."),
    "not-your-post": _("Somebody else wrote this post. A planner can change it."),
    "no-channel": _("No channel is chosen yet: choose where this post should go."),
    "no-time": _("No time is set for {channel} yet."),
    "version-missing": _("There is no text in {language} yet, and {channel} carries that language."),
    "translation-out-of-date": _("{language} is a translation of a text that has changed since. Look at it again."),
    "channel-not-connected": _("{channel} is not connected. An administrator can sign in again under Channels."),
    "channel-paused": _("{channel} is paused: nothing goes out there until somebody resumes it."),
    "channel-gone": _("A channel of this post is no longer connected. Take it off, or connect it again."),
    "channel-twice": _("{channel} is chosen twice with the same language."),
    "language-twice": _("The same language is there twice. Keep one text for each language."),
    "picture-gone": _("A picture of this post is no longer in the library. Take it out, or choose another one."),
    "same-text-within-a-day": _(
        "The same text is planned on {channel} on {date} at {time}. Change a few words, or leave a day between them."
    ),
    "too-much-for-a-post": _("This is more than one post can hold. Shorten it, or make several posts of it."),
    "time-passed": _("{time} has passed. Choose a later time."),
    "time-not-understood": _("“{time}” is not a time Carillon understands."),
    "time-skipped": _("On {date} the clocks go forward: {time} does not exist that night. Choose an hour earlier or later."),
    "zone-unknown": _("Carillon does not know the time zone “{zone}”. Write it like Europe/Brussels."),
    "span-too-long": _("Ask for at most {days} days at once."),
    "already-submitted": _("This post is already waiting for a decision, or approved."),
    "no-time-to-shift": _("This post has no time yet. Set one first: then it can be shifted."),
    "changed-since-done": _("Somebody has changed this post since, so it stays as it is now."),
    "undo-gone": _("This can no longer be taken back here: more than an hour has passed. Each post can still be changed by itself."),
    "nothing-to-withdraw": _("This post is not waiting for anything."),
    "already-on-its-way": (
        _("Carillon has already taken this up for {channel}: it is going out or is out, and cannot be changed here any more."),
        _("Carillon has already taken this up: it is going out or is out, and cannot be changed here any more."),
    ),
    "published-stays": _("Part of this post is already out, so it stays in the record. You can take off what has not left yet."),
    # ── decisions ──
    "already-decided": _("This has been decided already."),
    "already-said": _("You have already decided on this. The next step needs another person."),
    "stood-in-for": _("Somebody has already decided on this in your place. The next step needs another person."),
    "not-this-step": _("It is somebody else’s turn: the route of approval asks others at this step."),
    "on-hold": _("This is on hold. Release it first, then decide."),
    "approval-expired": _("Nobody said yes in time, so this has expired. Whoever asked can submit it again."),
    "hold-needs-reason": _("Say why you put it on hold, so that the others know."),
    "not-on-hold": _("This is not on hold (any more)."),
    "cannot-be-held": _("This cannot be put on hold: it has been decided, has left, or never waited."),
    "post-held": _("{by} put “{title}” on hold. Nothing goes out until it is released. The reason: {reason}"),
    "post-released": _("{by} released “{title}”: it is no longer on hold."),
    "request-held": _("{by} put the request “{title}” on hold. The reason: {reason}"),
    "request-released": _("{by} released the request “{title}”: it is no longer on hold."),
    "post-expired": _("Nobody approved “{title}” in time, so it has expired and does not go out. Choose a new time and submit it again."),
    "post-expired-held": _(
        "“{title}” was still on hold when its time came, so it has expired and does not go out. Choose a new time first."
    ),
    "request-expired": _("Nobody decided on the request “{title}” in time, so it has expired. You can change it and ask again."),
    "route-too-few": _("Step {step} of the route of approval needs {needed} people, and too few are left who may decide on this one."),
    "route-too-long": _("A route has at most {most} steps."),
    "route-needs-a-step": _("This route asks nobody, and here somebody has to say yes. Add a step."),
    "route-sums-crossed": _("The sum up to which it counts has to be larger than the one from which it counts."),
    "person-unknown": _("Somebody named here is no member (any more). Choose somebody else."),
    "away-ends-first": _("The last day away is before the first, or has passed already."),
    "stand-in-is-self": _("Nobody stands in for themselves. Choose somebody else."),
    "stand-in-cannot-decide": _("This person may not decide here, so they cannot stand in. Choose an approver."),
    "you-stand-in": _("{name} is away from {from} to {until}. You decide in their place where they are asked."),
    "own-work": _("You wrote or asked for this yourself. Somebody else has to decide."),
    "changed-since-shown": _("It has changed since you opened it. Please look at the new version first."),
    "comment-needed": _("Please say in a few words what should change."),
    "too-late-to-approve": _("Its time has passed, so a yes would send nothing. Ask the author for a new time."),
    "guests-enough": _("There are {most} guests already. Take one off first."),
    "guest-end-passed": _("Choose a last day in the future."),
    "guest-about-nothing": _("Choose at least one post or campaign for this guest."),
    "guest-after-the-yes": _("This post is approved already. Withdraw it first: then it waits for the guest as well."),
    "waits-for-guest": _("Your side has said yes. It waits for a guest."),
    "link-unknown": _("This link leads nowhere. Take the one in the newest letter, or decide in Carillon."),
    "link-taken-back": _("This link was taken back, or its owner no longer decides here. Ask whoever sent it."),
    "link-of-another": _("This link belongs to somebody else than who is signed in here. Decide in Carillon, or open your own letter."),
    "link-used": _("You have decided by this link already."),
    "link-over": _("This link was good for some days, which are over. Nothing was decided: have a new one sent."),
    "link-changed": _("This was changed or taken back after the letter was sent, so the link no longer decides. Nothing was decided."),
    "link-sign-in-first": _("This is more money than a link alone may decide on. Sign in first: you come back to this page."),
    "link-nothing-asked": _("Nobody is asked about this any more."),
    "link-sent-just-now": _("A new link was made a few minutes ago. Look into your mail."),
    "link-sent": _("A new link is in your mail. It opens what is asked now."),
    "link-page-old": _("This page stood open for long. Here it is afresh: nothing was decided yet."),
    "post-waits": _("{by} asks for your decision on “{title}”."),
    "decision-reminder": _("“{title}” still waits for your decision. {by} asked for it, {hours} h ago."),
    "decision-passed-on": _(
        "Nobody has decided on “{title}” for {hours} h. Those who may decide were reminded: see to it that somebody does, "
        "or decide yourself if you may."
    ),
    "patience-out-of-order": _("Others are called upon later than the reminder: give it more hours."),
    "day-ends-before-it-begins": _("The day ends before it begins: choose a later hour for its end."),
    "posts-wait": (
        _("{by} asks for your decision on {count} posts."),
        _("{by} asks for your decision on “{title}”."),
    ),
    "posts-outrun": (
        _("{count} posts are drafts again. {by} changed what they show after they were submitted: look at them and submit them again."),
        _("“{title}” is a draft again. {by} changed what it shows after it was submitted: look at it and submit it again."),
    ),
    "note-names-you": _("{by} names you in a note on “{title}”. {text}"),
    "note-on-your-post": _("{by} wrote a note on your post “{title}”. {text}"),
    "not-your-note": _("Only who wrote a note can change it. Write one of your own below it."),
    "riposte-waits": _("Riposte: {by} needs your decision now on “{title}”. Approved, it goes out at once; after {until} it does not."),
    "riposte-unanswered": _(
        "Nobody has answered about the riposte to “{title}”. Since {time} it no longer goes out by itself: ask again, or let it be."
    ),
    "template-gone": _("This template is no longer there for ripostes. Choose another one, or start with the headline alone."),
    "riposte-closed": _("This riposte was called off. Take it up again first."),
    "riposte-window-over": _("The time for this riposte is over, so a yes would send nothing any more. Its author can ask again."),
    "nobody-to-ask": _(
        "Nobody else here may approve posts, and nobody approves their own. Ask an administrator to make somebody an approver."
    ),
    "news-time-odd": _("Choose a time within the last two days."),
    "person-cannot-decide": _("This person may not approve posts here, so they cannot be on call."),
    "duty-ends-before-start": _("The end comes before the beginning. Please look at both."),
    "duty-is-over": _("This is over already. Choose an end in the future."),
    "post-approved": _("{by} approved “{title}”. It goes out by itself at its time."),
    "post-changes-asked": _("{by} asks for changes to “{title}”: {comment}"),
    "post-rejected": _("{by} rejected “{title}”: {comment}"),
    # ── what became of it ──
    "delivery-failed": (
        _("{count} posts did not go out on {channel}. {why}"),
        _("“{title}” did not go out on {channel}. {why}"),
        _("“{title}” did not go out on {channel}. Open it to see why and to repair it."),
    ),
    "delivery-needs-look": (
        _("{count} posts were sent to {channel}, but no answer came back. Carillon could not find them there: please look at each."),
        _("“{title}” was sent to {channel}, but no answer came back. Carillon could not find it there: please look whether it is online."),
    ),
    "delivery-missed": (
        _("{count} posts missed their time on {channel} and were not sent. Give them a new time, send them now, or leave them."),
        _("“{title}” missed its time on {channel} and was not sent. Give it a new time, or leave it."),
    ),
    "delivery-cancelled": (
        _("{count} posts were not sent to {channel}. They were no longer approved as they stood: submit them again if they should go out."),
        _("“{title}” was not sent to {channel}. It was no longer approved as it stood: submit it again if it should go out."),
    ),
    "publishing-late": _(
        "Posts that are due do not go out: {posts} are waiting, the oldest for {minutes} minutes. Nothing is lost, and they go out as soon "
        "as the part of Carillon that publishes works again. Please tell whoever runs it."
    ),
    "organisation-stopped": _("{by} has stopped everything that goes out. The reason: {reason}"),
    "organisation-goes-on": (
        _("{by} lets posts go out again. Missed meanwhile and not sent: {missed}. Decide on Today what happens to them."),
        _("{by} lets posts go out again. None missed its time meanwhile."),
    ),
    "stop-needs-reason": _("Please say in a few words why: your colleagues will ask."),
    "not-stopped": _("Nothing is stopped any more: somebody has let posts go out again."),
    "organisation-stopped-now": _("Everything that goes out is stopped for now. Let posts go out again first."),
    "look-at-each": _("These may be online already. Please look at each of them before anything is sent again."),
    "look-needs-sign-in": _(
        "Carillon cannot look at {channel}, since its sign-in has ended. Sign in again under Channels, or look there yourself."
    ),
    "look-not-answered": _("{channel} could not be looked at. {why}"),
    "cannot-read-outside": _("What is posted on {channel} by other means cannot be read: the network offers no way to."),
    "pick-too-old": _("What the account showed is too old by now. Please look at it again."),
    "address-of-another": _("This is not the address of a post of {channel} on {network}. Open the post there and copy its address."),
    "looked-in-vain": _(
        "It was sent, but no answer came back. Carillon has looked and could not find out whether it is online: please look yourself."
    ),
    "delivery-moved-on": _("This has changed in the meantime. Please look again."),
    "approval-unasked": _("Nobody was asked for a yes to this post, and here posts need one by now, so it was not sent. Submit it."),
    "approval-lost": _("The post was changed after its approval, so it was not sent. Submit it again."),
    "missed": _("Its time passed while it could not be sent. Give it a new time, or leave it."),
    "worker-lost": _("The part of Carillon that was sending this stopped in the middle. Carillon is looking whether it arrived."),
    "answer-of-another": _("That is the address of another post of yours. Look on the page whether this one is online as well."),
    "answer-unreadable": _("The network's answer could not be read. Carillon is looking whether the post arrived."),
    "cannot-look": _("On this network Carillon cannot look whether the post is online. Please check the page yourself."),
    # ── taking back what is online ──
    "nothing-online": _("Nothing of this post is online on the channels you chose. Please look again."),
    "being-taken-down": _("{channel} is being taken down already, so its text is not corrected."),
    "same-as-online": _("This is what stands on {channel} already. Change the text first."),
    "person-not-member": _("This person is not a member of your organisation."),
    "only-by-hand": _("On {channel} Carillon cannot do this: somebody has to do it there."),
    "still-online": _(
        "Carillon still sees the post on {channel}. Networks sometimes take a minute: look there again. If you are sure, say so once more."
    ),
    "take-back-not-yet": _("The network could not be reached or did not answer properly. Carillon tries again by itself."),
    "stopped-for-now": _("Everything is stopped for now. The text is corrected when publishing goes on."),
    "no-call-to-take-down": _(
        "{network} does not let Carillon take this post down. Open it there, delete it, then say here that it is done."
    ),
    "no-call-to-correct": _(
        "{network} does not let Carillon change this text. Open it there and change it, if it lets you; else take it down and send it anew."
    ),
    "take-down-by-hand": _(
        "Please take “{title}” down from {channel} ({network}) by hand: Carillon cannot, and {by} wants it gone. "
        "Open {link}, delete the post there, then say in Carillon that it is done."
    ),
    "correct-by-hand": _(
        "Please correct “{title}” on {channel} ({network}) by hand: Carillon cannot, and {by} wants another text there. "
        "Open {link}, put in the text that follows, then say in Carillon that it is done. The text: {text}"
    ),
    "post-being-taken-down": _("{by} takes “{title}” down on {channels}. The reason: {reason}"),
    "post-being-corrected": _("{by} has the text of “{title}” corrected on {channels}. The reason: {reason}"),
    "post-taken-down": _("“{title}” is no longer online on {channels}."),
    "post-corrected": _("The text of “{title}” is corrected on {channels}."),
    "correction-waits": _("{by} asks for your yes to a corrected text of “{title}” on {channels}. The reason: {reason}"),
    "correction-declined": (
        _("{by} said no to your correction of “{title}”: {comment}"),
        _("{by} said no to your correction of “{title}”. The text stays as it is."),
    ),
    # ── the states of a delivery, in a file for a spreadsheet ──
    "state-due": _("On its way"),
    "state-claimed": _("On its way"),
    "state-sending": _("On its way"),
    "state-uncertain": _("Checking"),
    "state-held": _("On hold"),
    "state-needs_look": _("Needs a look"),
    "state-published": _("Published"),
    "state-corrected": _("Corrected"),
    "state-taken_down": _("Taken down"),
    "state-failed": _("Failed"),
    "state-missed": _("Missed"),
    "state-cancelled": _("Taken off"),
    # ── pictures ──
    "picture-empty": _("This file is empty. Please choose it again; if it comes from a cloud folder, let it download first."),
    "picture-unknown": _("This is not a picture Carillon knows. Please upload a JPEG, PNG, WebP or GIF."),
    "picture-heic": _(
        "This is a HEIC picture, as iPhones make them. Save it as JPEG and upload that: on the phone, Settings, Camera, Formats, "
        "“Most Compatible”; for pictures you have, share or export them as JPEG."
    ),
    "picture-svg": _("This is an SVG drawing, which may carry code and which no network takes. Please export it as PNG."),
    "picture-is-video": _("This is a video. Carillon takes pictures for now: JPEG, PNG, WebP or GIF."),
    "picture-too-large": _("This file is too large: at most {max_mb} MB. Please save it smaller and try again."),
    "picture-too-many-pixels": _("This picture has too many pixels: at most {megapixels} million. Please save it smaller and try again."),
    "picture-broken": _("This picture is damaged or not complete. Please open it, save it anew as JPEG or PNG and upload that."),
    "picture-in-use": _("This picture stays, because posts still need it: {titles}. Take it out of them first."),
    "crop-not-possible": _("This part lies outside the picture, or has another shape than it should. Please draw it again."),
    "tags-too-many": _("A picture may have {max} tags of {length} characters at most."),
    "folder-gone": _("This folder is no longer there. Choose another one."),
    "folder-without-name": _("Give the folder a name."),
    "folder-name-taken": _("There is a folder called “{name}” here already. Choose another name."),
    "folder-in-itself": _("A folder cannot be moved into itself."),
    "folder-too-deep": _("Folders may stand in one another {max} deep at most."),
    "folder-not-empty": _("“{name}” is not empty. Move what it holds one level up, or elsewhere, first."),
    "folders-too-many": _("There are {max} folders, which is all the library takes. Delete one first."),
    "upload-elsewhere": _("The file has moved on meanwhile. Carillon asks how far it is and goes on from there."),
    "upload-damaged": _("This file did not arrive as it left. Please add it again."),
    "uploads-too-many": _("More files are on their way than Carillon takes at once ({max}). Let some arrive first."),
    "picture-rights-end": (
        _("The rights to {count} pictures, or the consent of those on them, end within two weeks."),
        _("“{title}” may be shown until {date} only: its rights, or the consent of those on it, end then."),
    ),
    "alt-language-unknown": _("Descriptions can be written in these languages: {languages}."),
    "alt-too-long": _("A description may have at most {max} characters."),
    # ── campaigns ──
    "utm-taken": _("Another campaign has the tag “{utm}” already. Choose another one, so that clicks can be told apart."),
    "campaign-ends-before-start": _("The campaign ends before it begins."),
    "campaign-gone": _("This campaign is not there any more. Choose another one, or none."),
    "moment-ends-before-start": _("The moment ends before it begins."),
    "moment-too-long": _("A moment lasts a year at most. For longer things there are campaigns."),
    "objective-gone": _("This objective is not there any more. Choose another one, or none."),
    "objective-ends-before-start": _("The objective ends before it begins."),
    "objective-review-overdue": _(
        "“{objective}” was to be looked at by {date}. Note how its figures stand, and choose when to look again."
    ),
    "owner-not-member": _("This person is not a member of the organisation. Choose somebody who is."),
    "too-many-kpis": _("An objective has {most} figures at most: the fewer, the clearer."),
    "kpi-target-behind": _("The target lies behind the baseline. Turn the direction round, or choose another target."),
    "reading-in-future": _("This day has not come yet. Enter what was read today or before."),
    "template-unknown": _("This template is not there. Choose another one."),
    "nothing-to-multiply": _("There is nothing to make posts of here. Write the text first, or choose another way."),
    "too-many-at-once": _("At most {most} posts are made at once. Take some out first."),
    "too-few-a-day": _("The limit is at least one post a day."),
    # ── spreadsheets and feeds ──
    "import-too-large": _("This file is larger than {mb} MB. Split it, or save it without pictures."),
    "import-unpacks-too-large": _("This workbook unpacks to far more than a plan holds. Save the one sheet you need in a new file."),
    "import-too-many-rows": _("A file may hold {rows} rows at most. Split it into several."),
    "import-unreadable": _("This is no spreadsheet Carillon can read. Save it as CSV or as an Excel workbook (.xlsx), then try again."),
    "import-empty": _("There is nothing to import: the file needs a row of headings, and rows below it."),
    "import-column-twice": _("Two columns hold the same. Choose one of them."),
    "import-needs-text": _("Say which column holds the text of the posts."),
    "import-needs-channel": _("Say which column holds the channel or the network."),
    "import-not-ready": _("Some rows still need a change. Nothing has been imported."),
    "import-undone": _("This import has been taken back already."),
    "not-your-import": _("Somebody else made this import. A planner can take it back."),
    "import-no-text": _("The text is missing."),
    "import-text-long": _("This text is longer than {most} characters."),
    "import-title-long": _("The title is longer than {most} characters."),
    "import-language-unknown": _("Carillon does not know the language “{name}”. Write fr, nl, de or en."),
    "import-date-two-ways": _("{date} may mean two days. Say above whether the day or the month comes first."),
    "import-date-unclear": _("“{date}” is no date. Write it like 2026-11-24."),
    "import-date-missing": _("There is a time but no date."),
    "import-time-unclear": _("“{time}” is no time. Write it like 09:30."),
    "import-time-missing": _("There is a date but no time."),
    "import-time-skipped": _("{time} does not exist on this day: the clocks go forward. Choose an hour later."),
    "import-time-passed": _("This moment has passed. Choose one in the future."),
    "import-channel-missing": _("The channel is missing."),
    "import-channel-unknown": _("No channel is called “{name}”. Write its name as in Channels."),
    "import-channel-several": _("Several channels answer to “{name}”. Write the name of one as in Channels."),
    "import-campaign-unknown": _("No running campaign is called “{name}”."),
    "import-campaign-several": _("Several campaigns are called “{name}”. Rename one, or leave the cell empty."),
    "import-picture-unknown": _("No picture in the library is called “{name}”. Upload it first, or leave the cell empty."),
    "import-picture-several": _("Several pictures in the library are called “{name}”. Rename one, or leave the cell empty."),
    "import-pictures-many": _("A post holds {most} pictures at most."),
    "import-link-bad": _("“{link}” is no address of a website."),
    "feeds-enough": _("There are {most} feeds already. Revoke one that nobody uses."),
    # ── money ──
    "period-has-no-length": _("The last day has to come after the first one."),
    "period-has-entries": _("Money was booked or requested in this period, so it stays."),
    "line-has-entries": _("Money was booked on “{line}” or requested from it, so the line stays. You can set its plan to zero."),
    "medium-unknown": _("This medium is not in the table."),
    "split-needs-reason": _("The usual digital share of this medium is {usual}%. If you give another one, say in a few words why."),
    "amount-not-positive": _("The amount has to be above zero."),
    "vat-above-net": _("The VAT is more than the amount it is on. Look at both sums again."),
    "expense-in-future": _("This day has not come yet. Book an expense on the day of its invoice; for what is to come, ask first."),
    "request-of-other-line": _("This request belongs to another line of the budget."),
    "request-not-approved": _("This request is not approved, so nothing can be booked on it."),
    "request-decided": _("This request has been decided, so it cannot be changed any more."),
    "not-your-request": _("Somebody else asked for this. They or the treasurer can change it."),
    "entry-is-counter": _("This entry follows from another one, so it cannot be taken back by itself."),
    "already-taken-back": _("This entry has been taken back already."),
    "nothing-left-to-release": _("Nothing of this commitment is open any more."),
    "platform-needed": _("Choose where the advertising is bought: the sellers have different rules."),
    "reach-cannot-be-bought": _(
        "This cannot be bought: since {since}, {platform} has sold no political or social-issue advertising here. You can buy or build "
        "instead, and it counts as digital: online press, contextual display, digital screens outdoors, connected TV, your newsletter, "
        "your own site. (Rule {rule}; source: {source}.)"
    ),
    "period-has-hours": _("Hours of work are noted in this period, so it cannot be removed. Remove them first."),
    "hours-not-positive": _("The time worked has to be above zero."),
    "hours-need-words": _("Say in a few words what was done."),
    "hours-in-future": _("This day has not come yet. Note hours once they are worked."),
    "hours-outside-period": _("This day is not in the period “{period}”. Choose a day in it, or the period it belongs to."),
    "rate-needs-source": _("Say where the rate comes from: whoever reads the figures wants to know."),
    "ceiling-has-no-length": _("The last day of a ceiling cannot come before its first."),
    "ceiling-overspent": _(
        "The ceiling “{ceiling}” (until {date}) has {left} left, and this takes {cost}. Ask for less, take it "
        "from after that day, or have the treasurer look at the ceiling."
    ),
    "ceiling-online-overspent": _(
        "Of the ceiling “{ceiling}” (until {date}) at most {percent}% may go to paid reach online; {left} of that are left, and "
        "this takes {cost}. Ask for less, or reach people by your own channels, the press or posters. (Source: {source}.)"
    ),
    "ceiling-mark": _("The ceiling “{name}” has reached {mark}%: {used} of {planned} are promised or spent, until {date}."),
    "gift-cannot-be-paid": _(
        "This would be a gift that the law forbids, so it was not asked for and no money is bound. {summary} (Rule {rule}, since {since}; "
        "source: {source}.)"
    ),
    "gift-cannot-be-booked": _(
        "This would be a gift that the law forbids, so it is not booked. If the money has been spent already, have whoever it was for pay "
        "it back. {summary} (Rule {rule}, since {since}; source: {source}.)"
    ),
    "payer-unclear": _("Say what kind of person or organisation pays: the law on gifts to parties and candidates hangs on it."),
    "purchase-forbidden": _("This may not be bought now, and no money is bound. {summary} (Rule {rule}, since {since}; source: {source}.)"),
    "payer-party": _("A party"),
    "payer-ngo": _("An association or NGO"),
    "payer-union": _("A union"),
    "payer-mutuality": _("A mutuality"),
    "payer-company": _("A company"),
    "payer-person": _("A person"),
    "beneficiary-party": _("For a party"),
    "beneficiary-candidate": _("For a candidate"),
    "request-needed": _(
        "From {from} on, an expense needs an approved request. Ask for the money first; once it is approved, book the expense "
        "on that request."
    ),
    "request-needed-together": _(
        "With what was booked for {supplier} within 30 days and nobody was asked for, this comes to {sum}. From {from} "
        "on, that needs an approved request: ask once for the whole, then book each part on it."
    ),
    "request-needed-currency": _(
        "This budget is kept in {currency}, the thresholds are in {other}. The two cannot be compared, so every expense here needs an "
        "approved request: ask for the money first, then book the expense on that request."
    ),
    "line-overspent": _(
        "“{line}” has {left} left, and this takes {cost}. Choose another line or a smaller amount, have the plan of "
        "the line raised, or have more than planned allowed on it by {who}."
    ),
    "move-to-itself": _("Choose another line for the money to go to."),
    "move-other-period": _("Both lines have to belong to the same period."),
    "move-needs-reason": _("Say in a few words why the plan changes: the audit trail keeps it."),
    "move-more-than-left": _("Of “{line}”, {left} are neither spent nor promised. Only that much of its plan can move to another line."),
    "too-few-decide": _(
        "From {from} on, too few people here may decide on what somebody else asks for: it takes {needed}, {who} among them. "
        "An administrator can give somebody the role, or change the thresholds in the settings."
    ),
    "threshold-from-zero": _("One threshold has to begin at 0, so that every sum has somebody who decides."),
    "threshold-twice": _("Two thresholds begin at the same sum. Keep one of them."),
    "beyond-needs-reason": _("Say in a few words why more than planned may be spent."),
    "split-order": _(
        "Together with what was asked for or booked with “{supplier}” in the last 30 days, this makes {together}. The threshold "
        "for that sum counts."
    ),
    "thresholds-other-currency": _(
        "This budget is kept in {currency}, the thresholds are in {other}. The two cannot be compared, so it takes what the highest "
        "threshold asks for."
    ),
    "split-order-source": _("Thresholds of this organisation"),
    "line-mark": _("“{name}” has reached {mark}%: {used} of {planned} are promised or spent."),
    "period-mark": _("The budget “{name}” has reached {mark}%: {used} of {planned} are promised or spent."),
    "request-waits": _("{by} asks for your decision on the request “{title}”."),
    "request-approved": _("{by} approved “{title}”. The money is set aside for it."),
    "request-changes-asked": _("{by} asks for changes to “{title}”: {comment}"),
    "request-rejected": _("{by} rejected “{title}”: {comment}"),
    # ── suppliers ──
    "supplier-needs-name": _("A supplier needs a name."),
    "supplier-name-taken": _("“{name}” means {supplier} already. Join the two suppliers if they are one."),
    "supplier-merges-with-itself": _("Choose another supplier: this one cannot be joined with itself."),
    "company-number-wrong": _("This company number cannot be right: a digit is missing or wrong. Look at the invoice again."),
    "company-number-taken": _("{supplier} has this company number already. Join the two suppliers if they are one."),
    "iban-wrong": _("This account number cannot be right: its check digits do not fit. Look at the invoice again."),
    "iban-known": _("This account number of {supplier} is known already."),
    "iban-of-other": _("This account number belongs to {supplier}. Join the two suppliers if they are one."),
    "account-not-waiting": _("This account number has been settled meanwhile. Please look at it again."),
    "account-needs-another": _(
        "You entered this account number, so somebody else has to confirm it. Have them ask the supplier by telephone."
    ),
    "account-waits": _("{by} entered a new account number of {supplier}: {iban}. Ask the supplier by telephone, then confirm it."),
    "account-unconfirmed": _(
        "{supplier} has a new account number, {iban}, that one person alone has seen. Before anything is paid to it, somebody else has to "
        "confirm it."
    ),
    "account-unconfirmed-source": _("Suppliers of this organisation"),
    # ── invoices and payments ──
    "expense-is-paid": _("This expense is paid. Take the payment back first, then the expense."),
    "expense-stands-no-more": _("One of these expenses has been taken back meanwhile. Please look at it again."),
    "payment-in-future": _("This day has not come yet. Record a payment once the money has left the account."),
    "payment-of-nothing": _("Choose the invoice or the expense that was paid."),
    "payment-of-two-currencies": _("These expenses are in different currencies. Record one payment for each."),
    "payment-too-much": _("{left} is open here, and the payment is {cost}. Choose what else it pays, or look at the amount."),
    "due-before-issued": _("An invoice cannot be due before its own day."),
    "invoice-needs-number": _("Write the number of the invoice: by it Carillon sees one that comes twice."),
    "invoice-known": _("Invoice {number} of {supplier} is here already. It is not counted twice."),
    "invoice-known-credited": _(
        "Invoice {number} of {supplier} is here already, and a credit note took all of it back. A corrected invoice bears a number of its "
        "own: look at its paper."
    ),
    "invoice-credited": _(
        "Credit notes took back all of invoice {number}, so there is nothing to book. If a corrected invoice came, add it with its own "
        "number."
    ),
    "invoice-booked": _("This is booked already. It is not counted twice."),
    "invoice-set-aside": _("This was set aside, so it is neither booked nor paid."),
    "supplier-invoice-twice": _("Both suppliers have an invoice {number}. Set one of them aside first."),
    "set-aside-needs-reason": _("Say in a few words why it is set aside."),
    "parts-are-not-all": _("The parts do not add up to the invoice: {left} is missing or too much."),
    "expense-has-invoice": _("An invoice stands behind this expense already. It is not counted twice."),
    "credit-note-is-not-booked": _("A credit note lowers an invoice. Choose which one."),
    "credit-of-other": _("A credit note lowers an invoice of the same supplier. Choose another one."),
    "credit-too-much": _("This is more than the expenses of invoice {number} still cost. Look at the amounts again."),
    "credit-of-other-expense": _("This expense does not belong to invoice {number}, or stands here twice. Look at the parts again."),
    "shares-are-not-all": _("The parts do not add up to the credit note: {left} is missing or too much."),
    "document-too-large": _("This file is too large: at most {mb} MB."),
    "document-unknown": _("Only PDF files, pictures (JPEG, PNG, WebP), spreadsheets (XLSX) and XML invoices can be kept here."),
    "document-belongs-nowhere": _("Say what this file belongs to: a request, an expense or an invoice."),
    "document-of-decided": _("Somebody has decided on this request with this file before their eyes, so it stays."),
    "document-after-a-yes": _(
        "Somebody has said yes already, having seen the files that are there. Change the request, and it is asked anew with this file."
    ),
    "document-of-import": _("This file is the invoice itself, so it stays."),
    "regulated-needs-reason": _("Say in a few words which period it is and where the share comes from."),
    "rate-needed": _("With an amount in another currency, say its currency and its rate as well."),
    # ── bank files ──
    "statement-unknown": _(
        "Carillon does not know this file. It reads bank statements (CODA, CAMT.053, CSV or Excel with a header), electronic invoices "
        "(Peppol) and the export of Meta Ads Manager."
    ),
    "statement-empty": _("No booked movement is in this file."),
    "statement-date-wrong": _("This is no day. Write it as 24/11/2026."),
    "statement-amount-wrong": _("This is no amount, or it may be two. Write it as 1234,50."),
    "statement-currency-wrong": _("A currency has three letters, such as EUR."),
    "statement-has-errors": (
        _("Some rows cannot be read (how many: {rows}). Mend them in the file, or leave them out. Nothing was saved."),
        _("Some rows cannot be read. Mend them in the file, or leave them out. Nothing was saved."),
    ),
    "invoice-other-currency": _("Invoice {number} is in {currency}. Add it by hand, with what it cost in your own currency."),
    "invoice-not-booked": _("This invoice is not booked yet. Choose the line it belongs to."),
    "spend-needs-line": _("Choose the line on which this advertising is booked."),
    "spend-other-currency": _("This export is in {currency}, the line is not. Book it by hand, with what it cost in the line’s currency."),
    "money-came-in": _("This money came in: it paid nothing. Choose the payment that it gives back, or set it aside."),
    "money-went-out": _("This money left the account: only money that came in gives a payment back."),
    "refund-before-payment": _("This money came in before that payment was made. Choose another one."),
    "refund-too-much": _("Only {left} of that payment has not come back yet, and this is {cost}. Choose another one."),
    "payment-given-back": _("Some of this payment has come back. Let that movement wait again first."),
    "spend-has-invoice": _("“{name}” is on an invoice already. Let the supplier correct the invoice instead."),
    "payment-other-currency": _("This movement is in {currency}, what it should pay is not."),
    "transaction-settled": _("Somebody has said already what this movement paid. It is not counted twice."),
    "transaction-waits": _("This movement waits already."),
    # ── the media table ──
    "medium-paid_social": _("Paid social media"),
    "medium-search_video": _("Search and video advertising"),
    "medium-display": _("Contextual display"),
    "medium-dooh": _("Digital screens outdoors"),
    "medium-connected_tv": _("Connected TV"),
    "medium-influencers": _("Influencers"),
    "medium-press_online": _("Online press"),
    "medium-press_print": _("Printed press"),
    "medium-radio_tv_cinema": _("Radio, TV and cinema"),
    "medium-posters": _("Posters and billboards"),
    "medium-door_to_door": _("Door to door and mailings"),
    "medium-production_digital": _("Digital production"),
    "medium-production_print": _("Printing"),
    "medium-photo_video": _("Photo and video"),
    "medium-newsletter": _("Newsletter"),
    "medium-website": _("Own site"),
    "medium-staff": _("Communication staff"),
    "medium-agency": _("Agency and advice"),
    "medium-events": _("Events"),
    "medium-tools": _("Tools, hosting, text messages"),
    "medium-research": _("Research and tests"),
    "medium-legal_translation": _("Legal, accessibility, translation"),
    "medium-contingency": _("Reserve"),
    "medium-other": _("Other"),
    "platform-meta": _("Meta (Facebook, Instagram)"),
    "platform-tiktok": _("TikTok"),
    "platform-x": _("X"),
    "platform-linkedin": _("LinkedIn"),
    "platform-snapchat": _("Snapchat"),
    "platform-pinterest": _("Pinterest"),
    "platform-reddit": _("Reddit"),
    "platform-google": _("Google and YouTube"),
    "platform-microsoft": _("Microsoft"),
    "platform-publisher": _("A publisher or local media house"),
    "platform-other": _("Somebody else"),
}
LANGUAGE_NAMES = {"fr": _("French"), "nl": _("Dutch"), "de": _("German"), "en": _("English")}
DAYS, ISO_DAY = {"date", "since"}, re.compile(r"\d{4}-\d\d-\d\d")
RATIOS, DECIMAL = {"ratio", "min", "max"}, re.compile(r"\d+\.\d+")


def word(code: str, params: Mapping[str, Any]) -> str:
    """Return the sentence for a code in the current language; the bare code when there is none (a test forbids that).

    A code with several sentences has its most telling one first: the first whose parameters are all known is said.
    """
    return _say(code, params, str)


def gist(code: str, params: Mapping[str, Any]) -> str:
    """Return its first sentence without the full stop, for a subject line. A full stop within a parameter ends nothing."""
    return _say(code, params, _first)


def _say(code: str, params: Mapping[str, Any], cut: Callable[[str], str]) -> str:
    said = WORDS.get(code, code)
    sentences, known = (said,) if isinstance(said, str) else said, _spoken(params)
    for sentence in sentences:
        try:
            return cut(gettext(sentence)).format(**known)
        except (KeyError, IndexError, ValueError):
            continue
    return cut(gettext(sentences[-1])).format_map(_Unknown(known))


def _first(text: str) -> str:
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0].rstrip(".")


class _Unknown(dict[str, Any]):
    """What was not told is left open, rather than shown as {name}."""

    def __missing__(self, name: str) -> str:
        return "…"


def _sum(cents: int, currency: str) -> str:
    return money(cents, currency) if currency else number_format(Decimal(cents) / 100, decimal_pos=2, force_grouping=True)


def _spoken(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters as they are said: numbers, days and languages as the reader writes them, bytes also as megabytes.

    What is empty is not known, nor is "part 1" of something that may have one part only.
    """
    said: dict[str, Any] = {}
    for name, value in params.items():
        if isinstance(value, int) and not isinstance(value, bool):
            if name.endswith("_bytes"):
                said[f"{name.removesuffix('_bytes')}_mb"] = number_format(value / 1_000_000, decimal_pos=1)
            if name.endswith("_cents"):
                said[name.removesuffix("_cents")] = _sum(value, str(params.get("currency") or ""))
            said[name] = number_format(value, force_grouping=True)
        elif name in DAYS and ISO_DAY.fullmatch(str(value)):
            said[name] = date_format(date.fromisoformat(value), "j F Y" if get_language() == "en" else "DATE_FORMAT")
        elif name in RATIOS and DECIMAL.fullmatch(str(value)):
            said[name] = number_format(Decimal(value))
        elif name == "language" and value in LANGUAGE_NAMES:
            said[name] = gettext(LANGUAGE_NAMES[value])
        elif name == "title":
            said[name] = value or gettext("Post without a text")
        elif name == "why":
            said |= {name: word(value, {**params, name: ""})} if value in WORDS else {}
        elif value != "":
            said[name] = value
    if params.get("part") == 1:
        del said["part"]
    return said
