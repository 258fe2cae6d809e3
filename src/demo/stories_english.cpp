// English: an office in Poznań and one in London.

#include "demo/story.hpp"

namespace ogniwo::demo {

std::string_view english_stories() {
    return R"story(
# en password-reset low high
~ since: my holiday | two weeks off | parental leave
Locked out after {since}
Hi, I am back from {since} and cannot remember my password. I am writing from my phone. Could you
help?

/{me}
@take 4
@note 3
Called back on the number in the directory, security question answered.
@solve 4
Hi {greet}, you have a temporary password from our call; you will be asked to choose your own at
the first sign-in. Three or four unrelated words make a good one.

/{me}

# en new-phone medium high
~ phone: iPhone 15 | Pixel 8 | Galaxy S23
New phone, sign-in codes go to the old one
Hello, I switched to a new {phone} yesterday and the sign-in prompt still goes to my old one,
which I have handed in already. I cannot reach my mail.
@take 5
@ask 3
Hi {greet}, before I move the prompt I need to be sure it is you. May I call you now on your
office extension?
@customer 10
Yes, I am at my desk.
@note 5
Called the extension in the directory, identity confirmed. Old method removed.
@solve 10
Your {phone} is registered and we tested a sign-in together. Next time, drop us a line the day
before you change phones and you will not notice the switch.

/{me}

# en monitor-black low medium
~ room: desk 14 | desk 3 | the hot desk by the window | the Berlin room
External monitor stays black at {room}
Hi, the external monitor at {room} stays black. Other people had the same problem there this
week.
@take 15
@ask 4
Hi {greet}, thanks for mentioning the others. Could you check whether the small light on the
docking station is white or orange?
@customer 20
Orange, blinking.
@solve 12
That means the dock is stuck after a power dip. Unplugging it for ten seconds brought the screen
back, as you confirmed on the phone. We also installed its firmware update so that it recovers by
itself.

/{me}

# en licence low low
~ tool: Tableau Creator | PyCharm Professional | Figma | DataGrip
Licence for {tool}
Hello, could I get a licence for {tool}? My trial ends on Friday.

/{me}
@take 45
@ask 10
Hi {greet}, happy to order it. Your department head has to approve the cost first; I have sent
the request.
@customer 200
Approved this morning, you should have the mail.
@solve 15
Licence assigned to your account. Sign out and in again inside the program and it will pick it
up.

/{me}

# en meeting-room medium medium
~ room: the Berlin room | the Lisbon room | the board room
No sound in {room}
The speaker in {room} is dead, and we have a client call at three. Please help!

/{me}
@take 3
@solve 9
Hi {greet}, the room computer had chosen the screen's built-in speaker after last night's update.
It is set back to the conference bar and a test call sounded fine. Good luck with the client.

/{me}

# en vpn-london medium high
~ error: "connection timed out" | error 809 | "certificate not trusted"
VPN from the London office fails
Hello, for some minutes now nobody in London can connect to the VPN: {error}. The internet itself
works.

/{me}
@take 3
@note 6
Reproduced from outside with a London address. Poznań addresses connect.
@up 4 needs_skill network
VPN refuses all London users ({error}); Poznań is fine. Internet there is fine. Looks like
filtering by source, which I cannot see.
@take 4
@note 18
The firewall's country list was updated an hour ago and no longer knows the new London address
range. Added by hand.
@down 4 solution_found
London's new address range was missing in the country list. Added by hand, list update now needs
a review. Article "VPN refuses one office" written.
@reply 4
Hi {greet}, this was on our side: an automatic update of a filter list locked your office out. It
is fixed, please try again.
@customer 8
All back online. Thanks for the quick turnaround.
@solve 4
Thank you for confirming. Updates of that list are now checked by a person first, so this will
not repeat.

/{me}

# en jupyter-memory high medium
~ job: the quarterly model | the churn forecast | the nightly feature build
Notebook server kills {job}
Hi team,

since Tuesday the notebook server kills {job} after about forty minutes with "Kernel died".
Nothing has changed in the code. We need the numbers by the end of the week.

/Thanks
/{me}
@take 10
@note 15
Server log: out of memory, the kernel process at 58 of 64 GB. Last week the same job peaked at 31
GB.
@ask 5
Hi {greet}, the job uses twice as much memory as last week. Did the input grow, or were libraries
upgraded?
@customer 90
Input is the same size. I did rebuild the environment on Monday, so libraries may be newer.
@up 10 needs_skill apps
Kernel killed for memory, 58 GB instead of 31 GB since the environment was rebuilt on Monday.
Same input. Please compare the two environments.
@take 30
@note 80
pandas went from 1.5 to 2.2; string columns are objects again because the pyarrow backend is no
longer the default in their wrapper.
@reply 5
Hi {greet}, second line here. The rebuilt environment stores text columns in a much larger form.
I put one line into the shared start-up file that restores the compact one. Could you run the job
again tonight?
@customer 600
It ran through in 35 minutes and peaked at 29 GB. You saved our Friday!
@down 10 solution_found
Compact string columns restored in the shared start-up file. How to spot it: memory doubles after
an environment was rebuilt. Versions are pinned now.
@solve 10
Glad to hear it. Versions in the shared environment are pinned now, so a rebuild gives the same
result.

/{me}

# en laptop-battery low medium
~ laptop: Dell XPS 13 | ThinkPad X1 Carbon | MacBook Pro
Battery of my {laptop} lasts an hour
Hello, the battery of my {laptop} barely lasts an hour now. It used to last all day.
@take 20
@note 12
Design capacity 52 Wh, full charge 21 Wh, 980 cycles. Worn out, still under the extended
warranty.
@reply 4
Hi {greet}, the battery has reached the end of its life. It is covered by the warranty; I have
ordered a new one.
@wait 20 vendor
Replacement ordered from the manufacturer, three working days.
@go 1500
Battery arrived, appointment made.
@solve 60
New battery fitted while you were at lunch, full charge is 52 Wh again. Enjoy the long days.

/{me}

# en shared-drive low medium
~ folder: Client Data | Board | Pricing | Research
Access to the folder {folder}
Hi, I joined the project last week and need access to the folder {folder} on the shared drive.
@take 30
@ask 5
Hi {greet}, the owner of that folder has to agree. I have asked and will come back as soon as
there is an answer.
@customer 150
Daniel says he has just approved it.
@solve 5
Access granted, read and write. It appears after you sign out and in again.

/{me}

# en phishing medium high
~ from: our CEO | a courier | the bank | a "shared document"
Suspicious mail pretending to be from {from}
I got a strange mail pretending to be from {from} asking me to click a link. I have not clicked.
What should I do?
@take 4
@solve 8
Hi {greet}, exactly the right thing. It is a phishing mail; we removed it from six more mailboxes
and blocked the sender. You can delete your copy.

/{me}

# en starter medium medium
~ new: Mia Thornton | Felix Braun | Anita Desai
New starter: {new}
Hello,

{new} joins us next Monday as a data analyst. Please set up an account, a laptop and access like
the other analysts have.

/Best
/{me}
@assign 40
@ask 30
Hi {greet}, will do. Which office, and which screen size at home, if any?
@customer 120
Poznań office, no home equipment for now.
@note 300
Laptop installed, account and groups like the other analysts. Board folder left out: needs the
head's consent.
@solve 60
Everything is ready at desk 9. The sign-in details are in a sealed envelope with the office
manager.

/{me}

# en printer low low
~ floor: the first floor | the kitchen | reception
Printer by {floor} prints stripes
Hi, every page from the printer by {floor} has grey stripes on the left side.
@take 25
@solve 15
Hi {greet}, we ran the cleaning cycle from here and ordered a new drum, which arrives tomorrow.
Reception has a one-page note on how to swap it.

/{me}

# en calendar low low
Meeting invitations arrive an hour early
Hello, all meetings from our London colleagues show up one hour early in my calendar.
@take 18
@solve 8
Hi {greet}, your calendar was set to London time after your last trip. I set it back to Warsaw
and the meetings moved to where they belong.

/{me}

# en data-transfer medium medium
~ size: 80 GB | 200 GB | 1.2 TB
Sending {size} to a client
Hi, we need to hand over {size} of results to a client by Thursday. Mail obviously will not do,
and their security people do not allow public file sharing. Any idea?

/{me}
@take 20
@reply 15
Hi {greet}, yes: we can set up an encrypted drop box on our own server, open for one week, with
two passwords given by phone. Would that suit their rules?
@customer 240
Their security team is happy with that.
@note 60
Drop box created, upload limit lifted for the sender, expires in seven days.
@reply 5
It is ready. Instructions are in your inbox, I will give you the passwords by phone. The upload
from the office takes about three hours.
@customer 500
Upload done, and the client has downloaded and verified everything.
@solve 20
Perfect. The drop box is deleted with everything in it, and the log of both transfers is kept for
your audit.

/{me}

# en website-down major high
~ page: The customer portal;the customer portal | The pricing API;the pricing API
{page} is down
{page} has been answering with error 502 for some minutes. Customers are calling. Please hurry!

/{me}
@take 1
@reply 1
Hi {greet}, on it. I will write every fifteen minutes until it is back.
@up 3 needs_access apps
Error 502 on {page.2} for about five minutes. The proxy is up, the application behind it does not
answer. I have no access to that host.
@take 1
@note 7
Disk of the application host full: debug log of 180 GB since yesterday's release. Log moved away,
service started.
@reply 2
Hi {greet}, it is back. The server's disk had filled up with a log. We are checking why.
@customer 4
Confirmed, customers can sign in again.
@up 5 vendor apps
Service restored by freeing the disk. The log grows 7 GB an hour since yesterday's release;
please have the developers look at it.
@take 10
@note 90
The release shipped with debug logging on. Fixed in configuration, the developers add a check to
their pipeline.
@down 5 solution_found
Debug logging off, log rotation by size added, alert at 80 % disk. Article "502 from the proxy"
has the steps.
@down 5 solution_found
Cause: debug log filled the disk. First line can now see the disk of that host in monitoring.
@solve 10
The outage lasted 21 minutes. Cause: a log that yesterday's release wrote far too eagerly. It is
switched off, logs are limited in size, and an alert now fires long before a disk is full.

/{me}
)story";
}

}  // namespace ogniwo::demo
