namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>What the tests of disclosures stand on: a shop, its recipients, and what its policy gives to each.</summary>
internal static class DisclosureShop
{
    internal static string Policy => Policies.Shop + """

        recipients:
          delivery-provider: { clause: SHOP-4, receives: [contact.phone, contact.name], for: transactions }
          email-provider: { clause: SHOP-5, receives: contact.email, for: communication }
          research-partner: { clause: SHOP-6, receives: [contact.email, contact.name], as: pseudonymised, for: communication }
        """;

    internal const string Code = """
        using System.Net.Http;
        using System.Net.Http.Json;
        [DataSubject("customer")]
        public class Customer
        {
            public Guid Id { get; init; }
            public int Points { get; set; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
            [DataCategory("contact.name")] public string? Name { get; set; }
        }
        public sealed class Label { [DataCategory("contact.phone")] public string? Phone { get; init; } public int Weight { get; init; } }
        [Recipient("delivery-provider")]
        public interface IDelivery
        {
            Task AnnounceAsync(string? text);
            Task PrintAsync(Label label);
            Task PrintAllAsync(IEnumerable<Label> labels);
            Task WholeAsync(object all);
        }
        public static class Text
        {
            [Anonymises(DataForm.Pseudonymised)] public static string Hash(string? text) => "#";
            [Anonymises(DataForm.Aggregated)] public static string Count(IEnumerable<string?> texts) => "1";
            public static string Mask(string? text) => "*" + text?.Substring(1);
        }
        public static class Research { public static void Share([Recipient("research-partner")] object? data, string? note) { } }

        """;
}
