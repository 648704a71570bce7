using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataInTelemetryRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class PersonalDataInTelemetryRuleTests
{
    private const string Shop = """
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        public class Customer
        {
            public Guid Id { get; init; }
            public int Points { get; set; }
            [DataCategory("contact.email")] public string? Email { get; set; }
        }
        public static class Text
        {
            [Anonymises(DataForm.Pseudonymised)] public static string Hash(string? text) => "#";
        }

        """;

    // Each row with its clean twin.
    [Theory]
    [InlineData("""activity.SetTag("email", [|customer.Email|]);""", """activity.SetTag("email", Text.Hash(customer.Email));""")]
    [InlineData("""Activity.Current?.AddTag("customer", [|customer|]);""", """Activity.Current?.AddTag("customer", customer.Id);""")]
    [InlineData("""activity.SetBaggage("email", [|customer.Email|]);""", """activity.SetBaggage("email", customer.Id.ToString());""")]
    [InlineData("""activity.AddEvent([|new ActivityEvent("sent to " + customer.Email)|]);""", """activity.AddEvent(new ActivityEvent("sent to " + customer.Id));""")]
    [InlineData("""activity.DisplayName = $"mail {[|customer.Email|]}";""", """activity.DisplayName = $"mail {customer.Id}";""")]
    [InlineData("""activity.SetStatus(ActivityStatusCode.Error, [|customer.Email|]);""", """activity.SetStatus(ActivityStatusCode.Error, "refused");""")]
    [InlineData("""var tags = new ActivityTagsCollection(); tags.Add("email", [|customer.Email|]);""", """var tags = new ActivityTagsCollection(); tags.Add("points", customer.Points);""")]
    [InlineData("""var tags = new TagList(); tags.Add("email", [|customer.Email|]); sent.Add(1, tags);""", """var tags = new TagList(); tags.Add("points", customer.Points); sent.Add(1, tags);""")]
    [InlineData("""sent.Add(1, [|new KeyValuePair<string, object?>("email", customer.Email)|]);""", """sent.Add(1, new KeyValuePair<string, object?>("points", customer.Points));""")]
    [InlineData("""took.Record(0.5, [|KeyValuePair.Create<string, object?>("email", customer.Email)|]);""", """took.Record(0.5, KeyValuePair.Create<string, object?>("id", customer.Id));""")]
    [InlineData("""using var run = source.StartActivity([|"mail " + customer.Email|]);""", """using var run = source.StartActivity("mail " + customer.Id);""")]
    public async Task Data_in_telemetry_is_reported_and_its_clean_twin_is_not(string reported, string clean)
    {
        await Verify.VerifyAnalyzerAsync(Method(reported), Policies.Shop);
        await Verify.VerifyAnalyzerAsync(Method(clean), Policies.Shop);

        static string Method(string body) => Shop + $$"""
            public sealed class Service(Activity activity, ActivitySource source, Counter<int> sent, Histogram<double> took)
            {
                public async Task Run(Customer customer)
                {
                    await Task.Yield();
                    {{body}}
                    _ = (activity, source, sent, took);
                }
            }
            """;
    }

    [Fact]
    public Task Through_calls() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public static class Tracing
        {
            static void Tag(string key, object? value) => Activity.Current?.SetTag(key, value);
            public static void Leak(Customer customer) => Tag("email", [|customer.Email|]);
            public static void Clean(Customer customer) => Tag("email", customer.Email is not null);
        }
        """,
        Policies.Shop,
        "'customer.Email' carries contact.email into telemetry, which is a log of whoever collects it, by way of Tracing.Tag. "
        + "The Shop keeps it out of logs [SHOP-1, shop.policy.yaml:9].");
}
