"""What WooCommerce is, and what connecting it asks of the seller: data, no code."""

from app.core.channel import ChannelInfo, ConnectField, ConnectWay, Guard, OrderPath
from app.core.reversal import Act, Reversals, StockAfter
from app.core.text import N_

PATHS = (
    OrderPath(
        title=N_("The shop’s own checkout"),
        steps=(
            N_("Take a product with 2 or more pieces that you can spare, and note what Inventory shows as available."),
            N_("Buy one piece as a customer would, with a payment that you can take back, or cash on delivery."),
            N_("Within a minute the ledger of the product shows the sale, and the number in the shop is one less."),
            N_("Cancel the order in the shop. The ledger shows that, and both numbers are as before."),
        ),
    ),
    OrderPath(
        title=N_("Bank transfer and cheque"),
        steps=(
            N_("Buy one piece by bank transfer: the order is on hold, and the shop takes its piece at once."),
            N_("The ledger shows the sale. Cancel the order in the shop afterwards."),
        ),
    ),
    OrderPath(
        title=N_("An order written in wp-admin, by a till or by another program"),
        steps=(
            N_("Such orders never check the stock: the shop accepts them for pieces that are not there."),
            N_("Make one for one piece, as your till or program does, with the status Processing."),
            N_("The ledger shows the sale. If it does not, that program keeps its orders elsewhere: enter them here."),
            N_("Cancel the order afterwards."),
        ),
    ),
)

INFO = ChannelInfo(
    key="woocommerce",
    title="WooCommerce",
    letter="W",
    ways=(
        ConnectWay(
            key="key",
            title=N_("With a REST API key"),
            steps=(
                N_("Sign in to your shop’s WordPress, and open WooCommerce > Settings > Advanced > REST API."),
                N_("Choose Add key. As the user, take yourself or another administrator or shop manager."),
                N_("As permissions, choose Read/Write. Then choose Generate API key."),
                N_("Copy the consumer key and the consumer secret to here now: WooCommerce shows them only once."),
            ),
            fields=(
                ConnectField(
                    name="address",
                    label=N_("Address of the shop"),
                    hint=N_("As you see it in the browser. It must begin with https."),
                    placeholder="https://shop.example",
                ),
                ConnectField(
                    name="consumer_key",
                    label=N_("Consumer key"),
                    placeholder="ck_…",
                    hint=N_("Begins with ck_."),
                    secret=True,
                ),
                ConnectField(
                    name="consumer_secret",
                    label=N_("Consumer secret"),
                    placeholder="cs_…",
                    hint=N_("Begins with cs_."),
                    secret=True,
                ),
            ),
        ),
    ),
    # `inventory_delta` is read, added and written in PHP: it shrinks the race, it does not close it.
    guard=Guard.DELTA,
    repeatable=False,
    settle_s=2.0,  # a checkout that saw the old number takes its pieces up to a second later
    look_again_s=2.0,  # a checkout that ran beside our write shows within a second
    write_batch=100,
    read_batch=100,
    can_zero=True,
    # Each poll also wakes the shop's queue of webhooks, which sleeps while nobody visits: live shops are polled often.
    poll_s=60,
    live_poll_s=15,
    help_url="https://woocommerce.com/document/woocommerce-rest-api/",
    reversals=Reversals(
        stock={Act.CANCEL: StockAfter.PUTS_BACK, Act.REFUND: StockAfter.AS_TOLD},
        money={
            Act.CANCEL: N_("WooCommerce pays nothing back when an order is cancelled. Pay the buyer back yourself."),
            Act.REFUND: N_("WooCommerce asks the payment service to pay these pieces back. Postage is not paid back."),
        },
        pays_by_choice=True,
    ),
    paths=PATHS,
)
