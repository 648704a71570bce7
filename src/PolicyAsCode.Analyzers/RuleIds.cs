namespace PolicyAsCode.Analyzers;

/// <summary>The id of every rule of the code. Once released, an id never changes its meaning.</summary>
internal static class RuleIds
{
    internal const string UnknownTerm = "PAC2001";
    internal const string CategoryNotCollected = "PAC2002";
    internal const string DeclaredTwoWays = "PAC2003";
    internal const string PersonalDataNotDeclared = "PAC2004";
    internal const string StoredUndeclared = "PAC2005";
    internal const string NeverStored = "PAC2006";
    internal const string SpecialWithoutBasis = "PAC2007";
    internal const string StoredWithoutSubject = "PAC2008";
    internal const string PurposeNotAllowed = "PAC3001";
    internal const string OutsidePurpose = "PAC3002";
    internal const string ConsentNotChecked = "PAC3003";
    internal const string ObjectionNotChecked = "PAC3004";
    internal const string AgeNotChecked = "PAC3005";
    internal const string RecipientNotAllowed = "PAC3006";
    internal const string FormNotAllowed = "PAC3007";
    internal const string ExternalCallUncovered = "PAC3008";
    internal const string RegionNotStated = "PAC3009";
    internal const string TransferForbidden = "PAC3010";
    internal const string CollectedElsewhere = "PAC3011";
    internal const string PromptUncovered = "PAC3012";
    internal const string PurposeNotStated = "PAC3013";
    internal const string StoredWithoutRetention = "PAC4001";
    internal const string AnchorMissing = "PAC4002";
    internal const string EntityUnreachable = "PAC4003";
    internal const string FieldNotErasable = "PAC4004";
    internal const string OperationsNotGenerated = "PAC4005";
    internal const string BulkPastErasure = "PAC4006";
    internal const string CopyWithoutStore = "PAC4007";
    internal const string PersonalDataLogged = "PAC5001";
    internal const string PersonalDataInException = "PAC5002";
    internal const string PersonalDataInUrl = "PAC5003";
    internal const string PersonalDataInTelemetry = "PAC5004";
    internal const string CookieUndeclared = "PAC5005";
    internal const string CredentialInClear = "PAC5006";
    internal const string StoredUnencrypted = "PAC5007";
    internal const string SentInClear = "PAC5008";
    internal const string EndpointUnauthorised = "PAC5009";
    internal const string ResponseBeyondContract = "PAC5010";
    internal const string NoWayOut = "PAC5011";
    internal const string WrittenUnaudited = "PAC5012";
    internal const string EdgeReached = "PAC9002";
    internal const string Suppressed = "PAC9003";
    internal const string BaselineStale = "PAC9005";
    internal const string OwnFailure = "PAC9004";
    internal const string FactsUnreadable = "PAC9006";
}
