//! Where a rule is documented. The code abbreviates it (`S1 total_amount`); users read it in words.

use crate::values::language::{Bilingual, Locale};

const fn text(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual { zh, en }
}

pub const TEXTS: [(&str, Bilingual); 9] = [
    ("S1", text("官方文档《完结支付分订单》", "official page 完结支付分订单")),
    ("S2", text("官方文档《查询支付分订单》等中的订单", "the order on official pages such as 查询支付分订单")),
    ("P", text("现行官方文档", "current official pages")),
    ("O", text("2020 年的官方文档", "official text of 2020")),
    ("W", text("社区转录的官方文档", "a community transcription of the official pages")),
    ("C", text("商户反馈的拒绝", "refusals that merchants report")),
    ("K", text("官方接入指引", "official guidance for integrators")),
    ("A", text("同类接口的官方文档", "official pages of sister APIs")),
    ("api.md", text("payscore 自身的约定", "payscore's own contract")),
];

/// `官方文档《完结支付分订单》：total_amount`.
pub fn in_words(source: &str, locale: Locale) -> String {
    let joint = Bilingual { zh: "：", en: ": " };
    let (letter, place) = source.split_once(' ').unwrap_or((source, ""));
    let Some((_, text)) = TEXTS.iter().find(|(of, _)| *of == letter) else { return source.to_owned() };
    match place {
        "" => text.in_language(locale).to_owned(),
        place => [text.in_language(locale), place].join(joint.in_language(locale)),
    }
}
