"""Break it: a visitor of the demo kills, wipes, freezes and revokes while posts go out, and sees plan and wall compared.

The posts are planned, approved and sent by the product's own services and parts. What arrived is counted on the sandbox's wall alone.
"""
