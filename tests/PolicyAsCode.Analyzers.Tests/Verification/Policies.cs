namespace PolicyAsCode.Analyzers.Tests.Verification;

/// <summary>The policy that most tests stand under; a test that is about a statement writes its own.</summary>
public static class Policies
{
    /// <summary>
    /// A shop: email for communication, phone for delivery, orders for transactions; secrets out of logs.
    /// </summary>
    public const string Shop = """
        policy: shop
        version: 1
        effective: 2024-01-01
        review-by: 2099-01-01
        controller: { name: The Shop, email: privacy@shop.example, time-zone: Asia/Jakarta }
        subjects:
          customer: { clause: SHOP-3 }
        data:
          contact.email:
            clause: SHOP-1
            of: customer
            for: [communication]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            protect: [redacted-in-logs]
          contact.phone:
            clause: SHOP-1
            of: customer
            for: [transactions]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            protect: [redacted-in-logs]
          contact.name:
            clause: SHOP-1
            of: customer
            for: [communication, transactions]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            protect: [redacted-in-logs]
        purposes:
          communication: { clause: SHOP-1, basis: contract }
          transactions: { clause: SHOP-2, basis: contract }
        """;
}
