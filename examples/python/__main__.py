import pulumi_aws as aws

# Ordinary usage: credits cover it.
aws.ec2.Instance("web", ami="ami-0123456789abcdef0", instance_type="t3.small")

# Credits never cover a domain.
aws.route53domains.Domain(
    "shop",
    domain_name="acme-shop.example",
    admin_contact={},
    registrant_contact={},
    tech_contact={},
)

# You pay the upfront part of a Savings Plan; credits cover its hourly part.
aws.savingsplans.SavingsPlan(
    "compute",
    savings_plan_offering_id="00000000-0000-0000-0000-000000000000",
    commitment="0.30",
    upfront_payment_amount="1314.00",
)
