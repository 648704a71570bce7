namespace PolicyAsCode.Language.Tests;

/// <summary>A policy without mistakes that uses every key.</summary>
internal static class Samples
{
    public const string Policy = """
        policy: corner-shop
        version: 3
        effective: 2024-06-01
        review-by: 2027-06-01
        controller: { name: Corner Shop, email: privacy@shop.example, phone: "021", time-zone: Asia/Jakarta, holidays: ID }
        # It follows no law: what a law asks is tried by itself.
        notice: { file: notice.txt, language: id }

        subjects:
          customer: { clause: SHOP-3.1 }
          staff: { origin: decision }

        sources:
          registration: { clause: SHOP-1.1, from: person }
          support: { clause: SHOP-1.1, from: person }

        data:
          contact.email:
            clause: [SHOP-1.3, SHOP-1.4]
            of: customer
            collected: [registration, support]
            for: [communication, promotion]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            protect: [encrypted-at-rest, redacted-in-logs]
          contact.name:
            - of: customer
              clause: SHOP-1.2
              for: [transactions, communication]
              keep: { for: P18M, from: last-purchase, then: erase }
            - of: staff
              origin: decision
              for: staff-administration
              keep: { for: 1 year, from: employment-ended, then: erase }
          transaction.purchase-history:
            clause: [SHOP-1.2, SHOP-1.5]
            of: customer
            for: [transactions, personalisation, analysis]
            keep: { origin: decision, at-least: 10 years, because: tax law, from: order-placed, then: anonymise }
          account.password:
            origin: decision
            for: security
            keep: never-stored
            protect: hashed
          payment.bank-account: { clause: SHOP-2.1, of: customer, for: transactions, keep: never-stored }

        purposes:
          communication: { clause: SHOP-1.3, basis: contract }
          promotion: { clause: SHOP-1.4, origin: decision, basis: consent, opt-out: every-message }
          transactions: { clause: SHOP-1.2, basis: contract }
          personalisation: { clause: SHOP-1.5, basis: legitimate-interests }
          analysis: { clause: SHOP-1.7, basis: legitimate-interests }
          security: { clause: SHOP-1.6, basis: legitimate-interests }
          staff-administration: { origin: decision, basis: contract }

        recipients:
          payment-provider:
            clause: SHOP-2.1
            role: processor
            contract: DPA-2024-03
            region: ID
            receives: [payment, contact.name]
            for: [transactions]
          research-partner: { clause: SHOP-2.5, role: processor, receives: [transaction], as: pseudonymised, for: [analysis] }
          consented-party: { clause: SHOP-2.7, after: consent, safeguard: explicit-consent, receives: contact.email, for: promotion }

        never:
          - { clause: SHOP-3.1, action: sell }
          - { clause: SHOP-1.2, action: store, data: payment.card-number }
          - { origin: decision, action: use, data: transaction, for: research }
          - { origin: decision, action: disclose, data: transaction, to: acquirer }

        rights:
          erasure: { clause: SHOP-3.4, within: 30 business days, verify-identity: true, confirm: true, notify: [email, sms], reversible: false }
          access: { clause: SHOP-4.1, within: 30 business days, format: json }

        cookies:
          session: { clause: SHOP-5.1, essential: true }
          campaign: { clause: SHOP-5.1, for: [promotion] }

        measures:
          - { clause: SHOP-2.4, measure: The receiver of the business keeps this policy., owner: Legal, review-by: 2027-01-31 }

        enforce: { default: error, PAC2004: warning, PAC3001: warning until 2027-03-31 }
        waivers:
          - { rule: PAC3001, at: "Shop.Legacy.Mailer.*", because: moves in January, approved-by: dpo@shop.example, kind: planned-fix, until: 2027-01-31 }
        """;

    public const string Bindings = """
        bindings: corner-shop
        namespaces:
          Shop.Marketing: promotion
          Shop.Orders: [transactions, communication]
        types:
          Microsoft.AspNetCore.Identity.IdentityUser`1:
            subject: staff
            members:
              Email: contact.email
              UserName: [account.username, contact.name]
              SecurityStamp: { not-personal: "random, says nothing of a person" }
        methods:
          Shop.Privacy.Pseudonyms.Of: { anonymises-to: pseudonymised }
          Shop.Privacy.Consents.AllowsAsync: { proves: consent }
          Shop.Couriers.Client.SendAsync: { discloses-to: delivery-provider }
          Shop.Legacy.Trace.Write: { logs: true }
        """;

    public const string Vocabulary = """
        vocabulary: shop
        categories:
          loyalty:
            label: { en: Loyalty, id: Loyalitas }
            definition: What a person earned by buying.
          loyalty.points:
            label: { en: Points, id: Poin }
            definition: How many points a person has.
            hints: [points, poin]
        """;
}
