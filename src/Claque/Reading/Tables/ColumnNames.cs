using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Claque.Reading.Tables;

/// <summary>The usual names of columns, per field, the most telling first. Kept as data: a new name is a new word in a list.</summary>
/// <remarks>Names are compared in lower case with everything but letters and digits made one <c>_</c>.</remarks>
internal static class ColumnNames
{
    /// <summary>Field → usual names. A column serves one field: the first in this order that wants it.</summary>
    public static readonly ImmutableArray<(string Field, string Names)> Usual =
    [
        (MapFields.Time, """
            created_at created_utc created_at_utc unix_timestamp timestamp_unix unix_utc timestamp_utc timestamp_ms time_utc
            date_utc datetime_utc publish_date_utc published_at_utc timestamp_share timestamp tweet_time tweet_created_at
            tweet_date tweet_timestamp created created_time creation_time create_time post_created post_created_at
            post_created_date post_date post_time posted_at posted publish_date publish_time publish_minute_utc published_at
            published publishedat datetime date_time time date day createdat utc_time comment_date message_date createtime
            zeitpunkt datum zeitstempel erstellt_am erstellt veröffentlicht_am veröffentlicht date_de_publication publié_le publié
            date_publication horodatage fecha fecha_de_publicación fecha_publicacion publicado fecha_hora data data_pubblicazione pubblicato_il
            data_publicação data_hora gepubliceerd_op dato data_publikacji дата дата_публикации время дата_публікації tarih
            yayın_tarihi ημερομηνία تاريخ التاريخ تاريخ_النشر تاریخ زمان_انتشار 日期 发布时间 發布時間 日付 投稿日時 날짜 작성일
            """),
        (MapFields.Clock, """
            time time_of_day clock hour post_created_time post_time uhrzeit zeit heure hora horário ora tijd klokkeslett tid godzina čas время час
            saat klo kello ώρα ساعت زمان الوقت الساعة 时间 時刻 시간
            """),
        (MapFields.Account, """
            account_id accountid user_id userid author_id authorid user_id_str from_user_id from_id user_rest_id post_owner_id
            owner_id facebook_id author_channel_id authorchannelid author_rest_id extra_author_attributes_id channel_id page_id actor_id sender_id id_account id_user did account user_username username user_name
            screen_name user_screen_name author_username author_handle account_name handle user author authorname author_name
            from_user from poster sender nick nickname page_name group_name channel channel_name profile twitter_handle influencer extra_author_attributes_name
            benutzer benutzername nutzer nutzername konto verfasser absender kanal auteur compte utilisateur nom_d_utilisateur
            usuario cuenta autor nombre_de_usuario autore utente nome_utente account_nome usuário conta gebruiker gebruikersnaam
            bruker brukernavn konto użytkownik nazwa_użytkownika автор пользователь аккаунт имя_пользователя користувач акаунт
            kullanıcı kullanıcı_adı yazar hesap χρήστης المستخدم اسم_المستخدم الحساب الكاتب کاربر حساب نام_کاربری نویسنده
            用户 用户名 作者 账号 使用者 帳號 ユーザー名 ユーザー 사용자 작성자
            """),
        (MapFields.Id, """
            tweet_id tweetid id_str post_id postid status_id statusid message_id messageid msg_id comment_id commentid
            content_id item_id uri guid uuid post_uri comment_key id
            """),
        (MapFields.Text, """
            full_text tweet_text text post_text content body message tweet tweet_content tweet_full_text status_text comment_text
            caption comment selftext post_message video_description description post raw_content rawcontent rendered_content
            renderedcontent post_body_text hit_sentence desc legacy_full_text tweet_full_text_raw title
            nachricht beitrag beitragstext inhalt kommentar kommentartext nachrichtentext texte contenu publication texto contenido mensaje publicación testo contenuto messaggio
            conteúdo mensagem bericht tekst inhoud treść wiadomość текст сообщение пост содержание повідомлення допис metin mesaj içerik
            κείμενο النص نص المنشور المحتوى متن پیام 内容 正文 文本 本文 内容文 본문 내용
            """),
        (MapFields.Handle, """
            screen_name user_screen_name username user_username author_username handle author_handle user_name account_handle
            user_handle from_user post_owner_username twitter_handle account_name user author
            """),
        (MapFields.Name, """
            display_name user_display_name author_display_name author_name authorname author_fullname account_display_name full_name post_owner_name
            page_name name user_full_name from
            """),
        (MapFields.Link, """
            expanded_urls expanded_url urls_expanded_url urls_expanded unwound_urls entities_urls urls links link url_list
            linkurls lien liens enlace enlaces collegamento ссылка ссылки посилання bağlantı الرابط رابط پیوند لینک 链接 連結
            shared_url shared_link link_url final_link link_attachment_link outlinks outbound_links external_url attached_url
            url
            """),
        (MapFields.Reshare, """
            retweeted_tweet_id retweetedtweet_id retweet_of_id retweeted_status_id retweeted_status_id_str retweet_tweetid retweeted_tweet_id retweet_status_id
            retweeted_id retweet_id retweet_of repost_id repost_of repost_of_id reposted_id reshare_of reshare_of_id reshared_id
            reshare_id shared_post_id reblog_of_id reblog_id rt_id forwarded_from_id forward_of
            """),
        (MapFields.Reply, """
            in_reply_to_status_id_str in_reply_to_status_id in_reply_to_tweetid in_reply_to_tweet_id in_reply_to_id reply_to_id
            in_reply_to_post_id in_reply_to reply_to_tweet_id reply_to_status_id reply_to_message_id reply_to reply_id
            replied_to_id replied_to parent_id parent inreplytotweetid isreplyto is_reply_to
            """),
        (MapFields.Quote, """
            quoted_status_id_str quoted_status_id quoted_tweet_tweetid quoted_tweet_id quoted_id quote_of quote_of_id quote_id
            quoted_post_id quotedtweet_id
            """),
        (MapFields.Hashtags, "hashtags hashtag_names hashtag_list entities_hashtags hashtag tags"),
        (MapFields.Mentions, "user_mentions mentions mentioned_users mentioned_user_ids mentioned entities_mentions"),
        (MapFields.Media, """
            media_hash media_hashes image_hash image_phash phash phash_id image_md5 media_keys media_key media_ids media_id
            media_urls media_url media image_url image_urls images photos photo
            """),
        (MapFields.Language, "lang language tweet_language post_language language_code"),
        (MapFields.Client, "tweet_client_name client application source_label source via"),
        (MapFields.Url, "permalink permalink_url post_url tweet_url status_url message_url article_url url"),
        (MapFields.Platform, "platform network social_network site"),
        (MapFields.Object, "object_id object"),
        (MapFields.Type, "post_type tweet_type is_retweet is_reshare is_repost retweeted_bool retweet message_type type kind"),
    ];

    /// <summary>Parts of a name that make a column worth a look for times, when no usual name is there.</summary>
    public static readonly ImmutableArray<string> TimeWords = ["time", "date", "created", "publish", "posted", "stamp"];

    /// <summary>Parts of a name that say the time is of something else: of the account, of the collection.</summary>
    public static readonly ImmutableArray<string> OtherTimes =
    [
        "account", "user", "author", "profile", "harvest", "retriev", "collect", "crawl", "index", "scrape", "update", "edit",
        "modif", "zone", "follow", "deleted", "seen",
    ];

    /// <summary>Cells that stand for nothing in columns of ids, links and lists.</summary>
    public static readonly FrozenSet<string> Nothing =
        new[] { "nan", "NaN", "None", "null", "NULL", "Null", "NA", "N/A", "absent", "\\N", "<NA>", "[]", "{}", "undefined" }.ToFrozenSet();

    /// <summary>Cells of a type column that say the post only passes on another.</summary>
    public static readonly FrozenSet<string> ReshareWords =
        new[]
        {
            "r", "rt", "retweet", "retweeted", "reshare", "reshared", "repost", "reposted", "reblog", "reblogged", "share",
            "shared", "forward", "forwarded",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Cells of a yes-or-no column that say yes.</summary>
    public static readonly FrozenSet<string> YesWords =
        new[] { "true", "1", "1.0", "t", "yes", "y" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ImmutableArray<string>> ByField = Usual.ToFrozenDictionary(
        entry => entry.Field,
        entry => entry.Names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToImmutableArray());

    /// <summary>The usual names of a field, the most telling first.</summary>
    public static ImmutableArray<string> Of(string field) => ByField[field];

    /// <summary>True when a row of names has usual ones for a time and for an account.</summary>
    public static bool HasTimeAndAccount(IReadOnlyList<string> names)
    {
        var plain = names.Select(Plain).ToHashSet();
        return Of(MapFields.Time).Any(plain.Contains) && Of(MapFields.Account).Any(plain.Contains);
    }

    /// <summary>A column's name as it is compared: <c>Created At</c> is <c>created_at</c>.</summary>
    public static string Plain(string name)
    {
        var plain = new System.Text.StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != '_') plain.Append('_');
        }

        return plain.ToString().TrimEnd('_');
    }
}
