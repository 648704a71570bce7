namespace PolicyAsCode.Tests;

/// <summary>Policies that the build tests build under.</summary>
internal static class Policies
{
    /// <summary>A small shop's policy, without a mistake.</summary>
    public const string Clean = """
        policy: shop
        version: 1
        effective: 2024-06-01
        review-by: 2027-06-01
        controller: { name: Corner Shop, email: privacy@shop.example, time-zone: Asia/Jakarta }

        subjects:
          customer: { clause: SHOP-3.1 }

        data:
          contact.email:
            clause: SHOP-1.3
            of: customer
            for: [communication, promotion]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
          contact.phone:
            clause: SHOP-1.3
            of: customer
            for: communication
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }

        purposes:
          communication: { clause: SHOP-1.3, basis: contract }
          promotion: { clause: SHOP-1.4, origin: decision, basis: consent }

        """;

    /// <summary>The same, which keeps contact.email out of logs.</summary>
    public static readonly string OutOfLogs = Clean.Replace(
        "for: [communication, promotion]", "for: [communication, promotion]\n    protect: [redacted-in-logs]");

    /// <summary>The same with five mistakes, each marked where it is.</summary>
    public const string FiveMistakes = """
        policy: shop
        version: 1
        effective: 2024-06-01
        review-by: {|PAC1003:soon|}
        controller: { name: Corner Shop, email: privacy@shop.example, time-zone: Asia/Jakarta }

        subjects:
          customer: { clause: SHOP-3.1 }

        data:
          contact.email:
            clause: SHOP-1.3
            of: customer
            for: [communication, {|PAC1004:promotoin|}]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
          {|PAC1007:contact.phone|}:
            clause: SHOP-1.3
            of: customer
            for: communication
            {|PAC1002:kept|}: { origin: decision, for: 2 years, from: last-purchase, then: erase }

        purposes:
          communication: { clause: SHOP-1.3, basis: contract }
          {|PAC1008:promotion|}: { clause: SHOP-1.4, origin: decision }

        """;

    /// <summary>The clean policy under another name.</summary>
    public static string Named(string name) => Clean.Replace("policy: shop", $"policy: {name}");
}
