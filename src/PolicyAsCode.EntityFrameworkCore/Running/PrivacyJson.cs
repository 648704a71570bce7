using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The JSON of the run time's tables, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RequestReceipt))]
[JsonSerializable(typeof(OutboxNotification))]
[JsonSerializable(typeof(OutboxStoreErasure))]
[JsonSerializable(typeof(OutboxConsentWithdrawal))]
[JsonSerializable(typeof(List<FieldCorrection>))]
internal sealed partial class PrivacyJson : JsonSerializerContext
{
    public static RequestReceipt? Receipt(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, Default.RequestReceipt);
}
