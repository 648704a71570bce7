using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>What the words of a member's name beside a hint say. Data, apart from the judging.</summary>
internal static class NameParts
{
    /// <summary>
    /// Words that turn a name into something about the program or a number: <c>EmailTemplate</c>, <c>PhoneCount</c>.
    /// </summary>
    public static ImmutableHashSet<string> Technical { get; } = RoleWords.Set(
        "template count enabled disabled product format regex pattern validator validation column header label "
        + "placeholder length max min maximum minimum required confirmed verified is has can allow allowed should "
        + "prefix suffix error errors host port server queue topic client service sender provider factory options "
        + "settings config option setting rule rules policy strategy handler endpoint schema field caption subject "
        + "status state kind category categories mode version index total quantity size limit limits limitation "
        + "timeout interval id ids guid uid code kode type jenis expiry expires valid validity through last until "
        + "visible hidden show sort order by group groups list setup attempts jumlah banyak days hours minutes years "
        + "permission permissions rate amount price changed change created updated modified reminder system default "
        + "max percent icon color colour css style sent send notification notifications alert alerts algorithm "
        + "iterations page pages editable tab section title sequence row rows level mandatory exists failed token "
        + "markup endpoint");

    /// <summary>Words that change nothing of what the rest means.</summary>
    public static ImmutableHashSet<string> Neutral { get; } = RoleWords.Set(
        "str txt custom additional extra permanent present residential correspondence mailing physical my our the a "
        + "of and or for to from at in on own this primary main secondary alternate alternative normalized normalised "
        + "current new old last latest first second previous original full real legal personal private public work "
        + "business home office shipping ship billing bill delivery contact emergency registered remote hashed hash "
        + "salt salted encrypted plain raw master temp temporary confirm confirmation konf konfirmasi repeat retype "
        + "text value data info string line detail field utc local date time url uri link path file src source image "
        + "img photo html content enum check checkin checkout out x y no mobile display native latin en local kandung "
        + "aktif utama lama baru kedua pribadi asal tinggal surat ktp domisili sekarang terakhir kirim tagihan "
        + "darurat kerja");
}
