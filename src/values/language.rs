//! The two languages of all texts.

use serde::Serialize;
use tsify::Tsify;

use super::named::named;

named! {
    #[derive(Default)]
    pub enum Locale {
        #[default]
        Zh = "zh-CN",
        En = "en",
    }
}

/// The same words in Chinese and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    pub zh: &'static str,
    pub en: &'static str,
}

impl Bilingual {
    pub const fn in_language(self, locale: Locale) -> &'static str {
        match locale {
            Locale::Zh => self.zh,
            Locale::En => self.en,
        }
    }
}

/// A text in both languages.
#[derive(Clone, Debug, Default, Serialize, Tsify)]
pub struct Words {
    #[serde(rename = "zh-CN")]
    pub zh: String,
    pub en: String,
}

impl Words {
    pub fn say(&mut self, words: Bilingual) {
        self.zh.push_str(words.zh);
        self.en.push_str(words.en);
    }
}
