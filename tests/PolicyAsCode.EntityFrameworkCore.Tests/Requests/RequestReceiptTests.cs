using System.Text.Json;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>What is kept of a request that was served is read by later versions, too.</summary>
public sealed class RequestReceiptTests
{
    [Fact]
    public void A_receipt_of_before_there_were_begun_corrections_has_none()
    {
        var receipt = JsonSerializer.Deserialize(
            """{ "entries": [], "stores": [], "correctedFields": ["User.Name"] }""", PrivacyJson.Default.RequestReceipt)!;
        Assert.Equal(["User.Name"], receipt.CorrectedFields);
        Assert.Empty(receipt.BegunFields);
    }
}
