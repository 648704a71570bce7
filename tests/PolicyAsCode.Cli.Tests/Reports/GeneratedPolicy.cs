using System.Globalization;
using System.Text;

namespace PolicyAsCode.Cli.Tests.Reports;

/// <summary>Makes a policy with as many categories as wanted, in as many groups; the same each time.</summary>
internal static class GeneratedPolicy
{
    /// <summary>Writes it, with its vocabulary and its notice, below a folder.</summary>
    public static void Write(TemporaryFolder folder, int categories, int groups)
    {
        var vocabulary = new StringBuilder("categories:\n");
        var policy = new StringBuilder(
            "policy: big\nversion: 1\neffective: 2024-06-01\ncontroller: { name: Big Shop, email: privacy@big.example, time-zone: UTC }\n"
            + "subjects:\n  customer: { origin: decision }\ndata:\n");
        var notice = new StringBuilder("notice: big\nclauses:\n");
        string[] purposes = ["transactions", "communication", "promotion", "security", "analysis", "service-provision"];
        string[] anchors = ["last-purchase", "collected", "order-placed", "account-closed"];
        for (var group = 0; group < groups; group++)
            vocabulary.Append(CultureInfo.InvariantCulture,
                $"  group-{group}: {{ label: Group {group}, label-id: Kelompok {group}, definition: Data of group {group}. }}\n");
        for (var i = 0; i < categories; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"group-{i % groups}.field-{i}");
            vocabulary.Append(CultureInfo.InvariantCulture,
                $"  {key}: {{ label: Field {i}, label-id: Bidang {i}, definition: What field {i} holds. }}\n");
            policy.Append(CultureInfo.InvariantCulture,
                $"  {key}: {{ of: customer, clause: BIG-{i}, for: [{purposes[i % 6]}, {purposes[(i + 1) % 6]}], keep: {{ for: {1 + i % 9} years, from: {anchors[i % 4]}, then: erase }} }}\n");
            notice.Append(CultureInfo.InvariantCulture, $"  BIG-{i}: {{ says: collects field {i}, kept-by: analyzer }}\n");
        }
        policy.Append("purposes:\n");
        foreach (var purpose in purposes)
            policy.Append(CultureInfo.InvariantCulture, $"  {purpose}: {{ origin: decision, basis: contract }}\n");
        policy.Append("recipients:\n  payment-provider: { origin: decision, role: processor, contract: c, region: EU, receives: [group-0, group-1], for: transactions }\n");
        folder.Write("policies/big.policy.yaml", policy.ToString());
        folder.Write("policies/big.vocabulary.yaml", vocabulary.ToString());
        folder.Write("policies/big.notice.yaml", notice.ToString());
    }
}
